//! Contracts and product documents: read, written and read again they are equal, field by field and in order.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use mesh_contract::{Document, Fields, Node, findings, to_yaml};
use mesh_job::{Failure, FailureCode, Job, Output};

use crate::stage::Stage;

async fn read(stage: &Stage, file: &Path) -> Result<Node, Failure> {
    let job = Job::ReadDocument {
        file: file.to_owned(),
    };
    match stage.run(job).await? {
        Output::Document(json) => Ok(serde_json::from_str(&json).expect("the worker writes JSON")),
        other => panic!("not a document: {other:?}"),
    }
}

async fn comes_back(stage: &Stage, value: &Node, name: &str) {
    let written = stage.file("written.yaml", to_yaml(value));
    let again = read(stage, &written).await.expect("our own YAML is read");
    assert_eq!(&again, value, "{name}");
}

#[tokio::test]
async fn a_contract_with_every_section_comes_back_whole() {
    let stage = Stage::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/worker/documents");
    for (name, standing) in [
        ("every-section.odcs.yaml", 0),
        ("every-section.odps.yaml", 0),
    ] {
        let value = read(&stage, &folder.join(name)).await.expect("it is read");
        comes_back(&stage, &value, name).await;
        let found = findings(&Document::new(value));
        assert_eq!(found.len(), standing, "{name}: {found:#?}");
    }
}

/// The official examples aren't part of the project; a folder with them is named by `SELVEDGE_CORPORA`.
#[tokio::test]
async fn official_examples_come_back_whole_and_are_judged_by_their_own_version() {
    let Some(corpora) = env::var_os("SELVEDGE_CORPORA").map(PathBuf::from) else {
        eprintln!(
            "skipped: SELVEDGE_CORPORA names no folder with the official examples (odcs, odps)"
        );
        return;
    };
    let stage = Stage::new();
    let mut found = Vec::new();
    let mut count = 0;
    let mut folders = vec![corpora.join("odcs/docs"), corpora.join("odps/docs")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of examples") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "yaml") {
                let name = path
                    .file_name()
                    .unwrap_or_default()
                    .to_string_lossy()
                    .into_owned();
                let value = read(&stage, &path).await.expect("an example is read");
                comes_back(&stage, &value, &name).await;
                count += 1;
                for finding in findings(&Document::new(value)) {
                    let code = serde_json::to_value(finding.code).expect("a code");
                    let code = code.as_str().unwrap_or_default().to_owned();
                    found.push(format!("{name}: {code} {}", finding.pointer));
                }
            }
        }
    }
    assert_eq!(count, 20);
    found.sort();
    assert_eq!(found, OFFICIAL_FAULTS.map(str::to_owned));
}

/// What doesn't hold in the official examples by the version that each names.
const OFFICIAL_FAULTS: [&str; 0] = [];

/// Texts that readers of YAML take for something else, or that hold what YAML needs.
const PIECES: [&str; 40] = [
    "no",
    "Yes",
    "~",
    "null",
    "1",
    "-1",
    "1.0",
    "1e3",
    "0x1f",
    "0o7",
    "2026-11-21",
    "12:30:45",
    "a: b",
    "a #b",
    "#",
    "-",
    "- a",
    "?",
    "!tag",
    "&anchor",
    "*alias",
    "%",
    "@",
    "`",
    "'",
    "\"",
    "\\",
    "\n",
    "\n\n",
    " ",
    "\t",
    "\r",
    "ä",
    "東京",
    "🙂",
    "\u{0}",
    "\u{85}",
    "\u{2028}",
    "\u{feff}",
    "<<",
];

struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).unwrap_or(0)
    }

    fn text(&mut self) -> String {
        (0..self.below(5))
            .map(|_| PIECES[self.below(PIECES.len())])
            .collect()
    }

    fn value(&mut self, depth: usize) -> Node {
        match self.below(if depth > 4 { 6 } else { 9 }) {
            0 => Node::Null,
            1 => Node::Bool(self.below(2) == 0),
            2 => Node::from(self.below(1_000_000) as i64 - 500_000),
            3 => {
                let number = (self.below(1_000_000) as f64 - 500_000.5)
                    * 1e-9_f64.powi(self.below(3) as i32 - 1);
                serde_json::Number::from_f64(number).map_or(Node::Null, Node::Number)
            }
            4 => Node::from(PIECES[self.below(PIECES.len())]),
            5 => Node::from(self.text()),
            6 => Node::List((0..self.below(5)).map(|_| self.value(depth + 1)).collect()),
            _ => {
                let mut fields = Fields::default();
                for _ in 0..self.below(5) {
                    let name = self.text();
                    fields.set(&name, self.value(depth + 1));
                }
                Node::Fields(fields)
            }
        }
    }
}

#[tokio::test]
async fn any_document_comes_back_whole() {
    let seed = 20_261_121;
    let mut dice = Dice(seed);
    let documents: Vec<Node> = (0..2_000).map(|_| dice.value(0)).collect();
    let stage = Stage::new();
    let written = stage.file("written.yaml", to_yaml(&Node::List(documents.clone())));
    let again = read(&stage, &written).await.expect("our own YAML is read");
    for (at, document) in documents.iter().enumerate() {
        assert_eq!(
            &again.items()[at],
            document,
            "seed {seed}, document {at}:\n{}",
            to_yaml(document)
        );
    }
}

#[tokio::test]
async fn hostile_documents_are_refused_and_nothing_dies() {
    let stage = Stage::new();
    let laughs: String = (1..30)
        .map(|at| format!("a{at}: &a{at} [*a{0}, *a{0}]\n", at - 1))
        .collect();
    let laughs = format!("a0: &a0 x\n{laughs}");
    let wide = format!("[{}]", "1,".repeat(250_000));
    let deep = "- ".repeat(50_000);
    let flow = "{a: ".repeat(50_000);
    let large = "x".repeat(5 * 1024 * 1024);
    for (content, problem) in [
        (laughs.as_bytes(), "yaml_alias"),
        (wide.as_bytes(), "yaml_values"),
        (deep.as_bytes(), "yaml_deep"),
        (flow.as_bytes(), "yaml_deep"),
        (large.as_bytes(), "yaml_large"),
        (&b"a: \xff"[..], "yaml_encoding"),
        (&b"a: [1"[..], "yaml_syntax"),
    ] {
        let file = stage.file("hostile.yaml", content);
        let failure = read(&stage, &file).await.expect_err(problem);
        assert_eq!(failure.code, FailureCode::FileUnreadable, "{failure}");
        assert_eq!(failure.params["problem"], problem, "{failure}");
    }
    let empty = stage.file("empty.yaml", " \n");
    let failure = read(&stage, &empty).await.expect_err("nothing in it");
    assert_eq!(failure.code, FailureCode::FileEmpty);
}
