//! What else in a file can be the table, from the worker's words to the mesh's.

use mesh_job as worker;
use mesh_model::{IntakeNote, IntakeNoteCode, Offer, Offers, PreviewFormat};

pub(crate) fn format(from: worker::FileFormat) -> PreviewFormat {
    match from {
        worker::FileFormat::Csv => PreviewFormat::Csv,
        worker::FileFormat::Parquet => PreviewFormat::Parquet,
        worker::FileFormat::Workbook => PreviewFormat::Workbook,
        worker::FileFormat::Json => PreviewFormat::Json,
        worker::FileFormat::JsonLines => PreviewFormat::JsonLines,
    }
}

pub(crate) fn offers(from: worker::Offers) -> Offers {
    let named = |offers: Vec<worker::Offer>| offers.into_iter().map(offer).collect();
    Offers {
        sheets: named(from.sheets),
        members: named(from.members),
        lists: named(from.lists),
        nested: from.nested,
    }
}

fn offer(from: worker::Offer) -> Offer {
    Offer {
        name: from.name,
        hidden: from.hidden,
    }
}

pub(crate) fn note(from: worker::IntakeNote) -> IntakeNote {
    IntakeNote {
        code: match from.code {
            worker::IntakeNoteCode::FirstSheet => IntakeNoteCode::FirstSheet,
            worker::IntakeNoteCode::HiddenSheet => IntakeNoteCode::HiddenSheet,
            worker::IntakeNoteCode::HiddenRows => IntakeNoteCode::HiddenRows,
            worker::IntakeNoteCode::ErrorCells => IntakeNoteCode::ErrorCells,
            worker::IntakeNoteCode::ImpossibleDays => IntakeNoteCode::ImpossibleDays,
            worker::IntakeNoteCode::Unpacked => IntakeNoteCode::Unpacked,
            worker::IntakeNoteCode::FirstList => IntakeNoteCode::FirstList,
        },
        params: from.params,
    }
}
