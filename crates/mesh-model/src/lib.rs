//! The language of the mesh: its types, states and transitions. No IO, no async.
//!
//! A type here is the wire type: what the API documents is what this crate declares.

mod access_token;
mod audit;
mod backup;
mod change;
mod column;
mod data_product;
mod domain;
mod draft;
mod id;
mod person;
mod problem;
mod publication;
mod search;
mod text;
mod upload;
mod workspace;

pub use access_token::{AccessToken, AccessTokenCreated, AccessTokenInput};
pub use audit::{AuditAction, AuditEntry};
pub use backup::{Backup, BackupInput, BackupState};
pub use change::{Change, ChangeKind, ChangeType};
pub use column::{Column, ColumnChoice, ColumnNote, ColumnNoteCode, ColumnType};
pub use data_product::{
    DataProduct, DataProductAbilities, DataProductCheck, DataProductCheckInput, DataProductEdit,
    DescribedColumn, DomainRef, Lifecycle, LookAlike, NewDataProduct, OutputPort, PortFormat,
    ProductVersion, RowPage,
};
pub use domain::{Domain, DomainAbilities, DomainCheck, DomainInput, DomainKind};
pub use draft::{Draft, DraftEdit, DraftInput, DraftKind};
pub use id::{
    AccessTokenId, BackupId, DataProductId, DomainId, DraftId, PersonId, PublicationId, UploadId,
    WorkspaceId,
};
pub use person::{
    Credentials, Person, PersonEdit, PersonInput, PersonRef, Role, Session, SessionAbilities,
    SetUpCompletion, SetUpPurpose, SetUpRedeemed, SignInLink,
};
pub use problem::{FieldCode, FieldProblem, Fields, ParamValue, Params, ProblemCode};
pub use publication::{
    PlanCode, PlanSentence, Publication, PublicationFailure, PublicationInput, PublicationPlan,
    PublicationState, PublicationStep, StepCode, StepProgress, StepState, StepUnit,
};
pub use search::{SearchHit, SearchKind, SearchMatch};
pub use text::{
    EMAIL_MAX, NAME_MAX, PASSWORD_MIN, PURPOSE_MAX, check_email, check_name, check_password,
    check_purpose, fold, looks_like, readable_id,
};
pub use upload::{Preview, PreviewFormat, Recognised, Upload, UploadInput};
pub use workspace::{DemoPersona, Persona, Workspace, WorkspaceEdit, WorkspaceKind, WorkspaceRef};
