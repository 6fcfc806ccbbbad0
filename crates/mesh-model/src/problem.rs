//! What can go wrong, as closed sets of codes that a program can match on (RFC 9457 extension members).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Values that a sentence about a problem or a plan mentions, by name.
pub type Params = BTreeMap<String, ParamValue>;

/// A number or a text inside a sentence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(untagged)]
pub enum ParamValue {
    /// A whole number, formatted by the reader's locale.
    Number(i64),
    /// A text, shown exactly.
    Text(String),
}

impl From<&str> for ParamValue {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for ParamValue {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for ParamValue {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

/// What went wrong with a request. The set is closed: a client may match on it exhaustively.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProblemCode {
    /// Nobody is signed in, or the session or token has ended.
    Unauthenticated,
    /// The signed-in person may not do this; `params.who` names who may, where telling is fine.
    Forbidden,
    /// There is no such thing, or the caller may not know of it.
    NotFound,
    /// Some fields don't hold; `fields` says which and why.
    Invalid,
    /// The request itself can't be read: bad JSON, unknown parameter, wrong type.
    Malformed,
    /// The state of the thing doesn't allow this now.
    Conflict,
    /// Somebody else changed it since it was read.
    Stale,
    /// An edit came without `If-Match`.
    PreconditionRequired,
    /// Rows are readable by the product's owner only; everybody else needs a grant.
    RowsNeedGrant,
    /// The set-up or sign-in link is unknown, used or older than it may be.
    SetUpLinkInvalid,
    /// E-mail address or password is wrong.
    SignInFailed,
    /// Personas exist only in a workspace that was born as a demo.
    NotDemo,
    /// The body or file is larger than allowed.
    TooLarge,
    /// The disk is full.
    StorageFull,
    /// The disk fails to write or to read.
    StorageFailed,
    /// Too many attempts; try again later.
    TooManyRequests,
    /// The file has no content.
    FileEmpty,
    /// The file ends before it should.
    FileTruncated,
    /// The file can't be read; `params` say where.
    FileUnreadable,
    /// The file is gone.
    FileVanished,
    /// The file is of a kind that can't be read yet; `params.found` says what it seems to be.
    FileKindUnknown,
    /// The window couldn't save a file where the person wanted it; `params.reason` says why. What had that name before
    /// is as it was.
    FileNotSaved,
    /// The worker ended without a result.
    WorkerFailed,
    /// The worker needed more memory than it may have.
    WorkerOutOfMemory,
    /// The worker needed more time than it may have.
    WorkerTimeout,
    /// Somebody stopped it.
    Stopped,
    /// What was written differs from what was read.
    CheckMismatch,
    /// The rows break `params.broken` rules that keep a version from being published; `params.column`, where it is told,
    /// is the column of the first.
    RulesBroken,
    /// The file has more columns than can be handled.
    TooManyColumns,
    /// The backup can't be restored; `params.reason` says why. Nothing was touched.
    BackupRefused,
    /// The workspace can't be opened; `params.reason` says why. Nothing was changed.
    WorkspaceUnusable,
    /// Too much is going on; try again in a moment.
    Busy,
    /// The media type or method isn't supported here.
    Unsupported,
    /// A fault of Selvedge; `requestId` finds it in the log.
    Internal,
}

/// Why a field doesn't hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FieldCode {
    /// It is empty.
    Required,
    /// It is longer than `params.max` characters.
    TooLong,
    /// It is shorter than `params.min` characters.
    TooShort,
    /// It holds control characters, such as a tab or U+0000.
    ControlCharacters,
    /// It holds characters that can't be seen or that turn the reading direction.
    InvisibleCharacters,
    /// It mixes alphabets so that it looks like `params.name`.
    LookAlike,
    /// `params.name` has it already.
    Taken,
    /// It names something that doesn't exist.
    Unknown,
    /// The caller may not choose this.
    NotAllowed,
    /// It occurs twice.
    Duplicate,
    /// It would lie below itself.
    Cycle,
    /// What it names, `params.name`, is retired.
    Retired,
    /// The team `params.name` has no members.
    NoMembers,
    /// It is looser than what `params.name` above asks for.
    TooLoose,
    /// It was the readable id of `params.name`, to which it still leads.
    FormerId,
    /// It is what it was.
    Unchanged,
    /// There are more than `params.max` of them.
    TooMany,
    /// Nobody is named as the one who leads.
    NoLead,
    /// `params.name` has left.
    HasLeft,
    /// `params.name` has no role in the workspace.
    NoRole,
    /// It isn't of the right form.
    Malformed,
    /// The rows break `params.count` rules that keep a version from being published; `params.name` is the first one's column.
    RuleBroken,
    /// The company asks for more before anything is published; `params.policy` says what.
    Policy,
}

/// One field that doesn't hold.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct FieldProblem {
    /// JSON pointer (RFC 6901) into the request's body.
    pub pointer: String,
    /// Why it doesn't hold.
    pub code: FieldCode,
    /// An English sentence for users of the API; screens make their own from `code` and `params`.
    pub message: String,
    /// What the sentence mentions.
    #[serde(default, skip_serializing_if = "Params::is_empty")]
    #[schema(value_type = Option<BTreeMap<String, ParamValue>>)]
    pub params: Params,
}

/// The fields of a request that don't hold; empty when all do.
#[derive(Debug, Default)]
pub struct Fields(Vec<FieldProblem>);

impl Fields {
    /// Notes that the field at `pointer` doesn't hold.
    pub fn refuse<const N: usize>(
        &mut self,
        pointer: &str,
        code: FieldCode,
        message: impl Into<String>,
        params: [(&str, ParamValue); N],
    ) {
        self.0.push(FieldProblem {
            pointer: pointer.to_owned(),
            code,
            message: message.into(),
            params: params
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect(),
        });
    }

    /// Notes that the field at `pointer` doesn't hold, with as many values as there are.
    pub fn refuse_with(
        &mut self,
        pointer: &str,
        code: FieldCode,
        message: impl Into<String>,
        params: impl IntoIterator<Item = (String, ParamValue)>,
    ) {
        self.refuse(pointer, code, message, []);
        if let Some(last) = self.0.last_mut() {
            last.params.extend(params);
        }
    }

    /// Whether every field holds.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many problems were noted so far.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The problems, in the order in which they were noted.
    #[must_use]
    pub fn into_vec(self) -> Vec<FieldProblem> {
        self.0
    }
}
