//! Files on their way in: announced, received in parts, previewed.

use std::{collections::HashMap, io::SeekFrom, sync::Mutex, time::Duration};

use bytes::Bytes;
use chrono::TimeDelta;
use mesh_job::{Job, Output};
use mesh_model::{
    FieldCode, Fields, IntakeChoices, Preview, Upload, UploadId, UploadInput, check_name,
};
use mesh_policy::Intent;
use tokio::{
    fs::OpenOptions,
    io::{AsyncRead, AsyncReadExt, AsyncSeekExt, AsyncWriteExt},
};

use crate::{Keyed, Platform, Principal, Refusal, clock::now, intake, job, jobs::About};

/// The largest part of a file, in bytes.
pub const PART_MAX: usize = 8 * 1024 * 1024;

const CREATE: &str = "create_upload";
const PREVIEW_ROWS: usize = 50;
const PREVIEW_DEADLINE: Duration = Duration::from_secs(60);
const PREVIEWS_KEPT: usize = 64;
/// Ways of reading one file whose previews are kept.
const READINGS_KEPT: usize = 4;
const FORGOTTEN_AFTER_DAYS: i64 = 2;

/// Files on their way in; each person knows of their own only.
pub struct Uploads<'p>(pub(crate) &'p Platform);

/// Previews that were made, so that a wizard's steps don't read the file again: by file, and by how it was to be read.
#[derive(Default)]
pub(crate) struct Previews(Mutex<HashMap<UploadId, Vec<(IntakeChoices, Preview)>>>);

impl Previews {
    fn get(&self, id: UploadId, choices: &IntakeChoices) -> Option<Preview> {
        let kept = self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        let made = kept.get(&id)?.iter().find(|(known, _)| known == choices);
        made.map(|(_, preview)| preview.clone())
    }

    fn keep(&self, choices: IntakeChoices, preview: &Preview) {
        let mut kept = self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        if kept.len() >= PREVIEWS_KEPT {
            kept.clear();
        }
        let of_file = kept.entry(preview.upload_id).or_default();
        if of_file.len() >= READINGS_KEPT {
            of_file.remove(0);
        }
        of_file.push((choices, preview.clone()));
    }

    fn forget(&self, id: UploadId) {
        self.0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
            .remove(&id);
    }
}

impl Uploads<'_> {
    /// Announces a file.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::Invalid`], or that folder or database failed.
    pub async fn create(
        &self,
        by: &Principal,
        asked: Keyed<UploadInput>,
    ) -> Result<Upload, Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        let mut fields = Fields::default();
        // Only the last part of what a browser or system calls the file is its name.
        let last = asked
            .input
            .file_name
            .rsplit(['/', '\\'])
            .next()
            .unwrap_or_default()
            .to_owned();
        let file_name = check_name(&mut fields, "/fileName", &shortened(&last));
        if asked.input.size_bytes < 0 {
            fields.refuse(
                "/sizeBytes",
                FieldCode::Malformed,
                "must not be negative",
                [],
            );
        }
        Refusal::unless_all_hold(fields)?;
        let platform = self.0.clone();
        let by = by.clone();
        self.0
            .store
            .write(move |tx| {
                let (platform, by, asked, file_name) = (
                    platform.clone(),
                    by.clone(),
                    asked.clone(),
                    file_name.clone(),
                );
                Box::pin(async move {
                    if let Some(made) = asked.made_before(tx, &by, CREATE).await? {
                        return tx
                            .read()
                            .upload(by.id, UploadId(made))
                            .await?
                            .ok_or(Refusal::NotFound);
                    }
                    let upload = Upload {
                        id: UploadId::new(),
                        file_name,
                        size_bytes: asked.input.size_bytes,
                        received_bytes: 0,
                        complete: asked.input.size_bytes == 0,
                        created_at: now(),
                    };
                    tokio::fs::write(platform.shared.folder.upload(upload.id), b"").await?;
                    tx.insert_upload(by.id, &upload).await?;
                    asked
                        .remember(tx, &by, CREATE, upload.id.0, upload.created_at)
                        .await?;
                    Ok(upload)
                })
            })
            .await
    }

    /// One's own upload.
    ///
    /// # Errors
    /// [`Refusal::NotFound`], or that the database failed.
    pub async fn get(&self, by: &Principal, id: UploadId) -> Result<Upload, Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        self.0
            .store
            .read()
            .await?
            .upload(by.id, id)
            .await?
            .ok_or(Refusal::NotFound)
    }

    /// Takes the next part of a file.
    ///
    /// # Errors
    /// [`Refusal::WrongOffset`] with where the next part begins, [`Refusal::TooLarge`], [`Refusal::NotFound`],
    /// [`Refusal::StorageFull`], or that folder or database failed.
    pub async fn append(
        &self,
        by: &Principal,
        id: UploadId,
        offset: i64,
        part: Bytes,
    ) -> Result<Upload, Refusal> {
        if part.len() > PART_MAX {
            return Err(Refusal::TooLarge {
                max: PART_MAX as i64,
            });
        }
        let upload = self.get(by, id).await?;
        if offset != upload.received_bytes {
            return Err(Refusal::WrongOffset {
                received_bytes: upload.received_bytes,
            });
        }
        let received = offset + part.len() as i64;
        if received > upload.size_bytes {
            return Err(Refusal::TooLarge {
                max: upload.size_bytes,
            });
        }
        let mut file = OpenOptions::new()
            .write(true)
            .open(self.0.shared.folder.upload(id))
            .await?;
        file.seek(SeekFrom::Start(offset as u64)).await?;
        file.write_all(&part).await?;
        file.flush().await?;
        file.sync_data().await?;
        let holder = by.id;
        self.0
            .store
            .write(move |tx| {
                Box::pin(async move {
                    let upload = tx
                        .read()
                        .upload(holder, id)
                        .await?
                        .ok_or(Refusal::NotFound)?;
                    if upload.received_bytes != offset {
                        return Err(Refusal::WrongOffset {
                            received_bytes: upload.received_bytes,
                        });
                    }
                    tx.advance_upload(id, received).await?;
                    tx.read().upload(holder, id).await?.ok_or(Refusal::NotFound)
                })
            })
            .await
    }

    /// Takes a whole file that this process reads itself, such as one that was dropped on the window.
    ///
    /// # Errors
    /// As [`Uploads::create`] and [`Uploads::append`].
    pub async fn receive(
        &self,
        by: &Principal,
        file_name: String,
        size_bytes: i64,
        mut content: impl AsyncRead + Unpin + Send,
    ) -> Result<Upload, Refusal> {
        let mut upload = self
            .create(
                by,
                Keyed::once(UploadInput {
                    file_name,
                    size_bytes,
                }),
            )
            .await?;
        let mut part = vec![0; PART_MAX.min(1024 * 1024)];
        while !upload.complete {
            let read = content.read(&mut part).await?;
            if read == 0 {
                self.delete(by, upload.id).await?;
                return Err(mesh_job::Failure::new(mesh_job::FailureCode::FileTruncated).into());
            }
            let rest =
                usize::try_from(upload.size_bytes - upload.received_bytes).unwrap_or(usize::MAX);
            let bytes = Bytes::copy_from_slice(&part[..read.min(rest)]);
            upload = self
                .append(by, upload.id, upload.received_bytes, bytes)
                .await?;
        }
        Ok(upload)
    }

    /// How a file would be read: as chosen, and what isn't chosen as it is recognised.
    ///
    /// # Errors
    /// [`Refusal::NotFound`], [`Refusal::Conflict`] while parts are missing, [`Refusal::Invalid`], [`Refusal::Job`]
    /// with what is wrong with the file, or that the database failed.
    pub async fn preview(
        &self,
        by: &Principal,
        id: UploadId,
        choices: IntakeChoices,
    ) -> Result<Preview, Refusal> {
        let upload = self.get(by, id).await?;
        let mut fields = Fields::default();
        choices.check(&mut fields, "");
        Refusal::unless_all_hold(fields)?;
        if !upload.complete {
            return Err(Refusal::Conflict("upload_incomplete"));
        }
        if let Some(preview) = self.0.shared.previews.get(id, &choices) {
            return Ok(preview);
        }
        let job = Job::Preview {
            file: self.0.shared.folder.upload(id),
            file_name: upload.file_name.clone(),
            intake: intake::choices(choices.clone()),
            max_rows: PREVIEW_ROWS,
        };
        let about = About::file(by, &upload.file_name);
        match self.0.work(about, job, PREVIEW_DEADLINE, |_| {}).await? {
            Output::Preview(preview) => {
                let preview = job::preview(id, *preview);
                self.0.shared.previews.keep(choices, &preview);
                Ok(preview)
            }
            other => Err(job::unexpected(&other)),
        }
    }

    /// Forgets a file.
    ///
    /// # Errors
    /// [`Refusal::NotFound`], or that folder or database failed.
    pub async fn delete(&self, by: &Principal, id: UploadId) -> Result<(), Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        self.forget(by.id, id).await
    }

    pub(crate) async fn forget(
        &self,
        holder: mesh_model::PersonId,
        id: UploadId,
    ) -> Result<(), Refusal> {
        self.0
            .store
            .write(move |tx| {
                Box::pin(async move {
                    if tx.delete_upload(holder, id).await? {
                        Ok(())
                    } else {
                        Err(Refusal::NotFound)
                    }
                })
            })
            .await?;
        self.0.shared.previews.forget(id);
        match tokio::fs::remove_file(self.0.shared.folder.upload(id)).await {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
            _ => Ok(()),
        }
    }

    /// Forgets files that nothing needs any more.
    pub(crate) async fn forget_abandoned(&self) -> Result<(), Refusal> {
        let before = now() - TimeDelta::days(FORGOTTEN_AFTER_DAYS);
        let abandoned = self.0.store.read().await?.abandoned_uploads(before).await?;
        for (holder, id) in abandoned {
            self.forget(holder, id).await?;
        }
        Ok(())
    }
}

/// A file's name, cut in the middle of its stem so that its ending stays.
fn shortened(name: &str) -> String {
    let length = name.chars().count();
    if length <= mesh_model::NAME_MAX {
        return name.to_owned();
    }
    let tail: String = name.chars().skip(length - 20).collect();
    let head: String = name.chars().take(mesh_model::NAME_MAX - 21).collect();
    format!("{head}…{tail}")
}
