//! The words of lists (`assets/words/lists.toml`): columns with their labels and widths, orders, groups, presets.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use paper::{Align, Column, Fit, Orientation};
use serde::Deserialize;

use super::{ListChoice, ListSource};

/// The file as written.
#[derive(Debug, Default, Deserialize)]
pub struct Words {
    /// The group of records that belong to none.
    pub none: String,
    /// 令和7年4月1日現在　180人
    pub as_of: String,
    /// What stands below every list.
    pub note: String,
    /// 敬称 to choose from.
    pub honorifics: Vec<String>,
    /// 会長, over the chair's name on mail to an association.
    pub chair: String,
    /// 敬称 of a body.
    pub body_honorific: String,
    /// What stands on a test print.
    pub test_print: String,
    /// What a paper without a name is called in files and records.
    files: BTreeMap<String, String>,
    /// The stamp on every page that leaves the office.
    pub stamp: StampWords,
    /// 名簿確認票
    pub slip: SlipWords,
    /// 個人情報の提供記録
    pub disclosures: RegisterWords,
    /// What can be listed.
    #[serde(rename = "source")]
    pub sources: Vec<SourceWords>,
    /// Lists with the least columns for a purpose.
    #[serde(rename = "preset")]
    presets: Vec<Preset>,
}

/// Words of the stamp.
#[derive(Debug, Default, Deserialize)]
pub struct StampWords {
    pub(super) mark: String,
    pub(super) copy: String,
    pub(super) recipient: String,
    pub(super) due: String,
    pub(super) keep: String,
}

/// Words of the slip that a member corrects by hand.
#[derive(Debug, Default, Deserialize)]
pub struct SlipWords {
    pub(super) title: String,
    pub(super) heading: String,
    pub(super) lead: String,
    pub(super) due: String,
    pub(super) no_due: String,
    pub(super) field: String,
    pub(super) now: String,
    pub(super) right: String,
    pub(super) purpose: String,
    pub(super) signed: String,
    pub(super) signer: String,
}

/// Words of the register of disclosures.
#[derive(Debug, Default, Deserialize)]
pub struct RegisterWords {
    pub(super) title: String,
    pub(super) head: Vec<String>,
    pub(super) empty: String,
    pub(super) withdrawn: String,
}

/// What can be listed of one source.
#[derive(Debug, Default, Deserialize)]
pub struct SourceWords {
    /// Which source.
    pub kind: ListSource,
    /// Its name.
    pub title: String,
    /// 人, 団体
    pub unit: String,
    /// Orders: key and label.
    pub orders: Vec<(String, String)>,
    /// Groups: key and label.
    pub groups: Vec<(String, String)>,
    /// Columns in the order in which they are offered.
    pub columns: Vec<ColumnWords>,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ColumnWords {
    /// Key.
    pub key: String,
    /// Its heading.
    pub label: String,
    /// Share of the table's width.
    pub width: u16,
    /// How its cells are set.
    #[serde(default)]
    pub align: Align,
    /// What happens to a text that is too long.
    #[serde(default)]
    pub fit: Fit,
}

/// A list with the least columns for a purpose.
#[derive(Debug, Default, Deserialize)]
pub struct Preset {
    name: String,
    source: ListSource,
    columns: Vec<String>,
    order: String,
    group: Option<String>,
    #[serde(default)]
    is_wide: bool,
}

/// The file; a test holds it readable.
pub(super) const FILE: &str = include_str!("../../../../assets/words/lists.toml");

/// The words of lists.
pub fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| toml::from_str(FILE).unwrap_or_default())
}

impl Words {
    /// What can be listed of a source.
    pub fn source(&self, kind: ListSource) -> Option<&SourceWords> {
        self.sources.iter().find(|source| source.kind == kind)
    }

    /// What a paper without a name is called.
    pub fn file_name(&self, kind: &str) -> &str {
        self.files.get(kind).map_or("", String::as_str)
    }

    /// The label of a column.
    pub fn label(&self, source: ListSource, key: &str) -> &str {
        let columns = self.source(source).map_or([].as_slice(), |source| &source.columns);
        columns.iter().find(|column| column.key == key).map_or("", |column| &column.label)
    }

    /// The presets as choices.
    pub fn presets(&self) -> impl Iterator<Item = ListChoice> {
        self.presets.iter().map(Preset::choice)
    }
}

impl Preset {
    fn choice(&self) -> ListChoice {
        ListChoice {
            source: self.source,
            title: self.name.clone(),
            columns: self.columns.clone(),
            order: self.order.clone(),
            group: self.group.clone(),
            orientation: if self.is_wide { Orientation::Landscape } else { Orientation::Portrait },
            ..ListChoice::default()
        }
    }
}

impl ColumnWords {
    /// The column of a table.
    pub(super) fn column(&self) -> Column {
        Column { width: self.width, align: self.align, fit: self.fit }
    }
}

/// Puts parameters into their places, `{name}`.
pub(super) fn fill(sentence: &str, params: &[(&str, &str)]) -> String {
    params.iter().fold(sentence.to_owned(), |s, (name, value)| s.replace(&format!("{{{name}}}"), value))
}
