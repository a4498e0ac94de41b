//! The papers of a city, as its profile lists them: nobody forgets a new one.

use office::FiscalYear;
use office::profile::{Edition, Form, Output};

/// Every form that the city's profile says comes out both ways; the others are the city's own workbooks, filled in place.
pub fn forms() -> Vec<String> {
    let edition = Edition::of("takamatsu", FiscalYear(2025)).expect("the profile");
    let is_both = |form: &Form| [Output::Pdf, Output::Xlsx].iter().all(|one| form.outputs.contains(one));
    let (both, stamped): (Vec<Form>, Vec<Form>) = edition.forms.into_iter().partition(is_both);
    // What is enlarged for the wall is a paper alone; its workbook is that of the same paper on A4.
    let is_alone = |form: &Form| form.outputs == [Output::Stamp] || form.id == "year-calendar-wall";
    let neither: Vec<&String> = stamped.iter().filter(|form| !is_alone(form)).map(|form| &form.id).collect();
    assert!(neither.is_empty(), "forms that nobody compares: {neither:?}");
    assert!(both.len() >= 37, "{}", both.len());
    both.into_iter().map(|form| form.id).collect()
}
