//! The language of the mesh: its types, states and transitions. No IO, no async.
//!
//! A type here is the wire type: what the API documents is what this crate declares.

mod access_token;
mod asked;
mod audit;
mod audit_trail;
mod backup;
mod change;
mod classification;
mod column;
mod contract;
mod data_product;
mod domain;
mod draft;
mod holdings;
mod id;
mod intake;
mod job;
mod marks;
mod notification;
mod offer;
mod person;
mod plan;
mod policy;
mod problem;
mod product_profile;
mod publication;
mod publishing_policy;
mod quality;
mod search;
mod service_account;
mod suggestion;
mod team;
mod text;
mod upload;
mod versioning;
mod workspace;

pub use access_token::{AccessToken, AccessTokenCreated, AccessTokenInput};
pub use asked::{
    DataProductOrder, DataProductsAsked, DomainAbility, DomainOrder, DomainOutline, DomainsAsked,
    DomainsShown,
};
pub use audit::{AuditAction, AuditEntry};
pub use audit_trail::{
    AuditFilter, AuditItem, AuditVerification, AuditVerificationInput, AuditedThing,
    FingerprintState, ThingKind,
};
pub use backup::{Backup, BackupInput, BackupState};
pub use change::{Change, ChangeKind, ChangeType};
pub use classification::Classification;
pub use column::{Column, ColumnChoice, ColumnNote, ColumnNoteCode, ColumnType};
pub use contract::{
    Compatibility, ContractChange, ContractChangeCode, ContractChanges, ContractFinding,
    ContractFindingCode, ContractProposal, ContractStandard,
};
pub use data_product::{
    DataProduct, DataProductAbilities, DataProductCheck, DataProductCheckInput, DataProductEdit,
    DescribedColumn, DomainRef, Lifecycle, LookAlike, NewDataProduct, OutputPort, PortFormat,
    ProductVersion, RowPage,
};
pub use domain::{
    Discoverability, Domain, DomainAbilities, DomainCheck, DomainEdit, DomainInput, DomainKind,
    DomainLifecycle, DomainRole, InheritedRole, InheritedRule, InheritedRules,
};
pub use draft::{Draft, DraftEdit, DraftInput, DraftKind};
pub use holdings::{HeldDomain, HeldProduct, HeldTeam, Holdings};
pub use id::{
    AccessTokenId, BackupId, DataProductId, DomainId, DraftId, JobId, NotificationId, PersonId,
    PlanId, PublicationId, ServiceAccountId, TeamId, UploadId, WorkspaceId,
};
pub use intake::{
    DateOrder, IntakeChoices, IntakeQuestion, IntakeQuestionCode, Misfits, Nested, NumberStyle,
    Quote, Reject, RejectPage, RejectReason, TextEncoding,
};
pub use job::{Job, JobKind, JobLine, JobLineCode, JobState, Protection, Workers};
pub use marks::{ColumnMarks, ColumnReview, Mask, with_marks};
pub use notification::{Notification, NotificationKind, NotificationsRead};
pub use offer::{IntakeNote, IntakeNoteCode, Offer, Offers};
pub use person::{
    Credentials, PeopleAsked, PeopleCounts, PeopleShown, Person, PersonEdit, PersonInput,
    PersonRef, Role, Session, SessionAbilities, SetUpCompletion, SetUpPurpose, SetUpRedeemed,
    SignInLink,
};
pub use plan::{
    AppliedPlan, Holding, HoldingCode, Plan, PlanInput, PlanRequest, PlanUndo, SentenceCode,
    StepSentence, Touched,
};
pub use policy::{ExplainedDecision, PolicyAction, PolicyEffect, PolicyRule};
pub use problem::{FieldCode, FieldProblem, Fields, ParamValue, Params, ProblemCode};
pub use product_profile::{
    ColumnProfile, CountedValue, Lengths, Meaning, MeaningKind, ProductProfile, Quantile, ToldCount,
};
pub use publication::{
    PlanCode, PlanSentence, Publication, PublicationFailure, PublicationInput, PublicationPlan,
    PublicationState, PublicationStep, StepCode, StepProgress, StepState, StepUnit,
};
pub use publishing_policy::{
    PolicyFinding, PolicySeverity, PublishingPolicy, PublishingPolicyCode, PublishingPolicyEdit,
};
pub use quality::{
    BrokenExample, ProductQuality, QualityDemand, QualityOutcome, QualityRule, QualitySeverity,
    RULES_MAX,
};
pub use search::{SearchHit, SearchKind, SearchMatch};
pub use service_account::{
    ServiceAccount, ServiceAccountAbilities, ServiceAccountInput, ServiceAccountRef, ServiceRole,
};
pub use suggestion::{
    ColumnSuggestion, FileSurvey, LookReason, RuleCheckInput, RuleChecks, SuggestedRule,
};
pub use team::{
    MEMBERS_MAX, Team, TeamAbilities, TeamCheck, TeamInput, TeamMember, TeamMemberInput, TeamRef,
};
pub use text::{
    EMAIL_MAX, Looks, NAME_MAX, PASSWORD_MIN, PURPOSE_MAX, check_email, check_name, check_password,
    check_purpose, fold, readable_id, searchable,
};
pub use upload::{Preview, PreviewFormat, Upload, UploadInput};
pub use versioning::{
    ColumnChange, ColumnDifference, ComparisonWarning, ComparisonWarningCode, HowToPublish,
    KeyProblem, KeyProblemCode, PublishMode, VersionComparison,
};
pub use workspace::{DemoPersona, Persona, Workspace, WorkspaceEdit, WorkspaceKind, WorkspaceRef};
