//! Words with places for facts: `{grant.decided_yen}`.

use serde::Deserialize;

/// Words of a form with their places: `{fact}`, `{fact|short}` for R8.3.31, `{fact?}` for one that
/// may stay blank, `{fact|dash}` for one that is – where it is unknown, `{own:項目?}` for a field of the council's own,
/// `{text:field}` for what is typed on the page, `{#}` for the number of the row.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(try_from = "String")]
pub struct Template(pub Vec<Part>);

/// A stretch of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Words of the form itself.
    Words(String),
    /// A fact.
    Fact(Slot),
    /// A text typed on the page, by its field.
    Typed(String),
    /// The number of the row within its list, from 1.
    RowNumber,
}

/// The place of a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// Name of the fact, or of a column within a list.
    pub name: String,
    /// A date is written R8.3.31.
    pub is_short: bool,
    /// The paper may leave it blank.
    pub is_optional: bool,
    /// – stands where it is unknown, so that nobody writes a number there.
    pub is_dashed: bool,
}

impl Template {
    /// The facts it names.
    pub fn slots(&self) -> impl Iterator<Item = &Slot> {
        self.0.iter().filter_map(|part| match part {
            Part::Fact(slot) => Some(slot),
            _ => None,
        })
    }

    /// The typed fields it names.
    pub fn typed(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|part| match part {
            Part::Typed(field) => Some(field.as_str()),
            _ => None,
        })
    }
}

impl TryFrom<String> for Template {
    type Error = String;

    fn try_from(text: String) -> Result<Template, String> {
        let mut parts = Vec::new();
        let mut rest = text.as_str();
        while let Some((words, after)) = rest.split_once('{') {
            if !words.is_empty() {
                parts.push(Part::Words(words.to_owned()));
            }
            let (place, after) = after.split_once('}').ok_or_else(|| format!("「{text}」の {{ が閉じていません"))?;
            parts.push(part(place));
            rest = after;
        }
        if !rest.is_empty() {
            parts.push(Part::Words(rest.to_owned()));
        }
        Ok(Template(parts))
    }
}

fn part(place: &str) -> Part {
    if place == "#" {
        return Part::RowNumber;
    }
    if let Some(field) = place.strip_prefix("text:") {
        return Part::Typed(field.to_owned());
    }
    let (place, is_dashed) = place.strip_suffix("|dash").map_or((place, false), |name| (name, true));
    let (name, is_short) = place.strip_suffix("|short").map_or((place, false), |name| (name, true));
    let (name, is_optional) = name.strip_suffix('?').map_or((name, false), |name| (name, true));
    Part::Fact(Slot { name: name.to_owned(), is_short, is_optional: is_optional || is_dashed, is_dashed })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_among_words() {
        let template = Template::try_from("自 {year.first_on|short}　{text:results}{#}".to_owned()).unwrap();
        let slot = Slot { name: "year.first_on".into(), is_short: true, is_optional: false, is_dashed: false };
        assert_eq!(
            template.0,
            [
                Part::Words("自 ".into()),
                Part::Fact(slot),
                Part::Words("　".into()),
                Part::Typed("results".into()),
                Part::RowNumber
            ]
        );
        assert!(Template::try_from("{council.name".to_owned()).is_err(), "an open brace is a slip of the profile");
    }
}
