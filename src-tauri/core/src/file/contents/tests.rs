use super::*;
use crate::file::{By, Cost, NewCouncil};

pub(super) fn office(folder: &tempfile::TempDir) -> OfficeFile {
    let by = By { operator: "井上".into(), at: "2026-03-14T10:42:00+09:00".into() };
    let council = NewCouncil { name: "緑町協議会".into(), ..NewCouncil::default() };
    OfficeFile::create_at(&folder.path().join("緑町"), "さくら 体育館 ３月", Cost::LIGHT, &council, &by).unwrap().0
}

pub(super) fn name_it(office: &OfficeFile, id: &str) {
    let by = By { operator: "井上".into(), at: "2026-03-14T10:42:00+09:00".into() };
    let sql = "INSERT INTO attachment
               SELECT ?1, 'council', id, ?1, '同意書.pdf', 'application/pdf', 3, '', '2026-01-01', '', 0 FROM council";
    office.change(&by, "council.settings", |tx| Ok(tx.execute(sql, [id])?)).unwrap();
}

#[test]
fn what_is_kept_comes_back_and_lies_there_once_and_unreadable() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(&folder);
    let letter = "髙橋一郎の同意書".repeat(1000);
    let id = office.keep_content(letter.as_bytes()).unwrap();
    assert_eq!(office.keep_content(letter.as_bytes()).unwrap(), id);
    assert_eq!(office.content(&id).unwrap(), letter.as_bytes());
    let stored = files(&office.place.beside("cas")).unwrap();
    assert_eq!(stored.len(), 1);
    let on_disk = std::fs::read(&stored[0]).unwrap();
    assert!(!on_disk.windows(9).any(|w| w == "髙橋一".as_bytes()), "never readable on the disk");
}

#[test]
fn a_lost_or_altered_file_is_told_by_its_id() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(&folder);
    let [lost, altered, sound] = ["一", "二", "三"].map(|text| office.keep_content(text.as_bytes()).unwrap());
    for id in [&lost, &altered, &sound] {
        name_it(&office, id);
    }
    std::fs::remove_file(office.content_path(&lost).unwrap()).unwrap();
    let path = office.content_path(&altered).unwrap();
    for at in 0..std::fs::read(&path).unwrap().len() {
        let mut bytes = std::fs::read(&path).unwrap();
        bytes[at] ^= 1;
        std::fs::write(&path, &bytes).unwrap();
        assert_eq!(office.content(&altered).unwrap_err().code, "office.content_damaged", "byte {at}");
        bytes[at] ^= u8::from(at + 1 < bytes.len());
        std::fs::write(&path, &bytes).unwrap();
    }
    let found = office.check_contents().unwrap();
    assert_eq!(found, Contents { files: 3, missing: vec![lost.clone()], damaged: vec![altered] });
    assert_eq!(office.content(&lost).unwrap_err().code, "office.content_missing");
    assert_eq!(office.content("../../etc/passwd").unwrap_err().code, "office.content_missing");
}

#[test]
fn the_weekly_look_finds_damage_and_forgets_it_once_it_is_mended() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(&folder);
    let ids = ["一", "二"].map(|text| office.keep_content(text.as_bytes()).unwrap());
    ids.iter().for_each(|id| name_it(&office, id));
    let [rotten, lost] = ids;
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_800_000_000);
    let day = Duration::from_secs(24 * 60 * 60);
    office.tend_contents(now).unwrap();
    let path = office.content_path(&rotten).unwrap();
    let sound = std::fs::read(&path).unwrap();
    std::fs::write(&path, "…").unwrap();
    std::fs::remove_file(office.content_path(&lost).unwrap()).unwrap();
    office.tend_contents(now + 6 * day).unwrap();
    let found = |damaged: &[&String]| Contents {
        files: 2,
        missing: vec![lost.clone()],
        damaged: damaged.iter().map(|id| id.to_string()).collect(),
    };
    assert_eq!(office.troubled_contents().unwrap(), found(&[]), "what is lost is told at once, damage once a week");
    office.tend_contents(now + 8 * day).unwrap();
    assert_eq!(office.troubled_contents().unwrap(), found(&[&rotten]));
    std::fs::write(&path, sound).unwrap();
    assert_eq!(office.troubled_contents().unwrap(), found(&[]));
}

#[test]
fn a_list_tells_what_is_missing_cut_or_known_to_be_damaged_without_reading_the_rest() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(&folder);
    let texts = ["無事な紙", "なくなった紙", "途中で切れた紙", "一字だけ変わった紙"];
    let ids = texts.map(|text| office.keep_content(text.as_bytes()).unwrap());
    ids.iter().for_each(|id| name_it(&office, id));
    let asked = || ids.iter().zip(texts).map(|(id, text)| (id.as_str(), text.len() as i64));
    assert_eq!(office.contents_in_place(asked()).unwrap(), [true; 4]);
    let path = |nth: usize| office.content_path(&ids[nth]).unwrap();
    std::fs::remove_file(path(1)).unwrap();
    let cut = std::fs::read(path(2)).unwrap();
    std::fs::write(path(2), &cut[..cut.len() - 1]).unwrap();
    let mut rotten = std::fs::read(path(3)).unwrap();
    rotten[20] ^= 1;
    std::fs::write(path(3), rotten).unwrap();
    assert_eq!(office.contents_in_place(asked()).unwrap(), [true, false, false, true], "lengths only");
    office.tend_contents(SystemTime::UNIX_EPOCH + Duration::from_secs(1_800_000_000)).unwrap();
    assert_eq!(office.contents_in_place(asked()).unwrap(), [true, false, false, false], "the weekly look reads");
    assert_eq!(office.contents_in_place([("../../etc/passwd", 3)]).unwrap_err().code, "office.content_missing");
}

#[test]
fn only_what_no_row_has_named_for_thirty_days_is_swept() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(&folder);
    let [kept, loose] = ["一", "二"].map(|text| office.keep_content(text.as_bytes()).unwrap());
    name_it(&office, &kept);
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_800_000_000);
    let day = Duration::from_secs(24 * 60 * 60);
    assert_eq!(office.sweep_contents(now).unwrap(), 0);
    assert_eq!(office.sweep_contents(now + 29 * day).unwrap(), 0);
    assert_eq!(office.sweep_contents(now + 31 * day).unwrap(), 1);
    assert!(office.content(&kept).is_ok() && office.content(&loose).is_err());
}

#[test]
fn what_is_kept_again_is_not_swept_before_its_row_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(&folder);
    let id = office.keep_content("同意書".as_bytes()).unwrap();
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_800_000_000);
    let day = Duration::from_secs(24 * 60 * 60);
    office.sweep_contents(now).unwrap();
    assert_eq!(office.keep_content("同意書".as_bytes()).unwrap(), id);
    assert_eq!(office.sweep_contents(now + 31 * day).unwrap(), 0);
    assert!(office.content(&id).is_ok());
}

#[test]
fn an_act_is_not_taken_back_into_a_row_whose_contents_are_gone() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(&folder);
    let by = By { operator: "井上".into(), at: "2026-03-14T10:42:00+09:00".into() };
    let id = office.keep_content("同意書".as_bytes()).unwrap();
    name_it(&office, &id);
    office.change(&by, "council.settings", |tx| Ok(tx.execute("DELETE FROM attachment", [])?)).unwrap();
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_800_000_000);
    let day = Duration::from_secs(24 * 60 * 60);
    office.sweep_contents(now).unwrap();
    assert!(office.undo(&by).is_ok(), "within the thirty days");
    office.redo(&by).unwrap();
    office.sweep_contents(now + 1 * day).unwrap();
    office.sweep_contents(now + 40 * day).unwrap();
    assert_eq!(office.undo(&by).unwrap_err().code, "office.content_discarded");
    assert!(office.check().unwrap().problems.is_empty() && office.check_contents().unwrap().missing.is_empty());
}

#[test]
fn a_record_is_not_taken_back_from_under_its_papers() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(&folder);
    let by = By { operator: "井上".into(), at: "2026-03-14T10:42:00+09:00".into() };
    let body = "INSERT INTO organisation (id, kind, name, position) VALUES ('o1', 'committee', '部会', 1)";
    office.change(&by, "council.settings", |tx| Ok(tx.execute(body, [])?)).unwrap();
    let founded = office.history(1).unwrap()[0].seq;
    let paper = "INSERT INTO attachment VALUES ('a1', 'organisation', 'o1', ?1, '規約.pdf', 'application/pdf', 3, '', '2026-01-01', '', 0)";
    let id = office.keep_content("規約".as_bytes()).unwrap();
    office.change(&by, "council.settings", |tx| Ok(tx.execute(paper, [&id])?)).unwrap();
    assert_eq!(office.undo_one(&by, founded).unwrap_err().code, "office.undo_conflict");
    office.undo(&by).unwrap();
    office.undo_one(&by, founded).unwrap();
}
