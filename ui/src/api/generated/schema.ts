/* Made from crates/mesh-api/openapi.json by `npm run generate`. */

export interface paths {
    "/api/v1/access-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own tokens, newest first. */
        get: operations["list_access_tokens"];
        put?: never;
        /** Makes a token and tells its secret this once. */
        post: operations["create_access_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access-tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revokes one's own token. */
        delete: operations["delete_access_token"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to one thing, newest first: for whoever may see it. What stood before and after is told to those who
         *     may change it or read the audit.
         */
        get: operations["list_activity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entries of the audit, newest first. For administrators and stewards. */
        get: operations["list_audit_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-entries/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All entries of the audit that a filter lets through, newest first, as a file. That it was exported is an entry too. */
        get: operations["export_audit_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-entries/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Checks that nothing in the audit was changed, inserted or removed since it was written. A cut end can only be
         *     noticed with the fingerprint of an earlier check.
         */
        post: operations["verify_audit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/data-products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Data products, by name unless another order is asked for. */
        get: operations["list_data_products"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/data-products/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says what would become of a data product with this name. */
        post: operations["check_data_product"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/data-products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One data product. */
        get: operations["get_data_product"];
        /** Changes a product's words; its readable id stays. */
        put: operations["update_data_product"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/data-products/{id}/contract": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A product's data contract (Open Data Contract Standard 3.1): its columns with their types and meaning, its owner, its
         *     version. As YAML, or as JSON where `Accept` asks for it. Nothing in it says where the table's files lie.
         */
        get: operations["get_contract"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/data-products/{id}/contract/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed between the contracts of two versions of a product, each change with what it asks of those who use it. */
        get: operations["get_contract_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/data-products/{id}/product-document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A product's own document (Open Data Product Standard 1.0, by Bitol): what it is for, who stands for it, what it offers
         *     under which contract. As YAML, or as JSON where `Accept` asks for it.
         */
        get: operations["get_product_document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/data-products/{id}/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What one version holds and means, column by column. Who may not read the rows is told no values of single rows,
         *     nothing of the range of personal data, and no counts below five.
         */
        get: operations["get_product_profile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/data-products/{id}/quality": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What one version promises of its rows, and how they kept it when they were checked. Who may not read the rows is
         *     told no small counts and no values.
         */
        get: operations["get_product_quality"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/data-products/{id}/rejects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rows of a version's file that are not in its table because they don't fit it. For those who may read its rows. */
        get: operations["list_rejects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/data-products/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rows of one version, in the file's order. For the owner; everybody else is told that access comes by grant. */
        get: operations["list_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/data-products/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A product's published versions, newest first. */
        get: operations["list_product_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/data-products/{id}/versions/{number}/put-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a version that holds what an earlier one held; or, with dryRun, says what would be done. Nothing is lost: the
         *     version that is the current one now can be put back the same way.
         */
        post: operations["put_back_version"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the caller may do with a thing, under which policies, and who may do what they may not. */
        get: operations["list_decisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/domain-tree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tree of all domains, in short. */
        get: operations["get_domain_tree"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/domains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Domains, by name unless another order is asked for. */
        get: operations["list_domains"];
        put?: never;
        /** Creates a domain, or says what would become of it. */
        post: operations["create_domain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/domains/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One domain. */
        get: operations["get_domain"];
        /** Changes what of a domain needs no plan. Name, readable id and place are changed by plans. */
        put: operations["update_domain"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own drafts, the last one touched first. */
        get: operations["list_drafts"];
        put?: never;
        /** Begins a draft. */
        post: operations["create_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own draft. */
        get: operations["get_draft"];
        /** Saves a draft. */
        put: operations["update_draft"];
        post?: never;
        /** Deletes a draft. */
        delete: operations["delete_draft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tells of changes as they are committed (server-sent events, WHATWG HTML §9.2): `event: change`, `data:` a
         *     `Change`, `id:` its sequence. `Last-Event-ID` replays what was missed.
         */
        get: operations["stream_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One's own jobs, newest first, as far back as this process remembers; whoever looks after the workspace sees
         *     everybody's.
         */
        get: operations["list_jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops a job that waits or runs. What it was part of fails, and can be taken up again. */
        post: operations["stop_job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own notifications, newest first. Those about something that one may not know of any more aren't told. */
        get: operations["list_notifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Marks one's own notifications as read: all of them, or those up to the newest that was shown. */
        post: operations["read_notifications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Marks one of one's own notifications as read; a second time does nothing. */
        post: operations["read_notification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People, by name; service accounts are none. */
        get: operations["list_people"];
        put?: never;
        /** Adds a person, who signs in after they were given a link. */
        post: operations["create_person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many people there are of each role, and how many left. */
        get: operations["count_people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person. */
        get: operations["get_person"];
        /** Changes a person's name and role. The last administrator stays one. */
        put: operations["update_person"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/holdings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a person owns, decides and belongs to. */
        get: operations["get_holdings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/sign-in-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a link with which a person chooses a password; earlier ones end. */
        post: operations["create_sign_in_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest plans about a domain or person, newest first. */
        get: operations["list_plans"];
        put?: never;
        /** Says what a plan would do, or applies it as one. */
        post: operations["apply_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A plan that was applied. */
        get: operations["get_plan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undoes a plan, as long as nothing that it touched has changed since. */
        post: operations["undo_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every policy that decides in this workspace, as it is written in Cedar. */
        get: operations["list_policies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Publications, newest first. */
        get: operations["list_publications"];
        put?: never;
        /** Publishes a file as a new product or as a new version of one; or, with dryRun, says what would be done. */
        post: operations["create_publication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One publication, with its progress. */
        get: operations["get_publication"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undoes a publication that runs or has failed. A product that was never published goes with it. */
        post: operations["cancel_publication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a failed publication up again, where it failed. */
        post: operations["resume_publication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publishing-policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is asked of data products before they are published, and how strictly. */
        get: operations["list_publishing_policies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publishing-policies/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Sets how strictly something is asked. For administrators. */
        put: operations["update_publishing_policy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Finds domains and data products: exact names first, then beginnings of words, then one typo. */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/service-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Service accounts that haven't ended, by name. */
        get: operations["list_service_accounts"];
        put?: never;
        /** Creates a service account; whoever creates it answers for it, unless an administrator names somebody else. */
        post: operations["create_service_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/service-accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One service account, also one that has ended. */
        get: operations["get_service_account"];
        /** Changes a service account. */
        put: operations["update_service_account"];
        post?: never;
        /** Ends a service account for good: no token works any more, its role is taken, its history stays. */
        delete: operations["delete_service_account"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/service-accounts/{id}/access-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A service account's tokens, newest first. */
        get: operations["list_service_account_tokens"];
        put?: never;
        /** Makes a token with which a program acts as the service account, and tells its secret this once. */
        post: operations["create_service_account_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/service-accounts/{id}/access-tokens/{tokenId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revokes a token of a service account. */
        delete: operations["delete_service_account_token"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, and what they may do. */
        get: operations["get_session"];
        put?: never;
        /** Signs in with a password; the session is a cookie. */
        post: operations["create_session"];
        /** Signs out. */
        delete: operations["delete_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/persona": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs in as somebody of the sample company; in a demo only. */
        post: operations["switch_persona"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/set-up/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Chooses a password and signs in. */
        post: operations["complete_set_up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/set-up/redeem": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Exchanges a link, once, for a cookie with which the set-up is completed. */
        post: operations["redeem_set_up_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Teams, by name. */
        get: operations["list_teams"];
        put?: never;
        /** Creates a team, or says what would become of it. */
        post: operations["create_team"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One team. */
        get: operations["get_team"];
        /** Changes a team and who belongs to it; its readable id stays. */
        put: operations["update_team"];
        post?: never;
        /** Deletes a team that looks after nothing. */
        delete: operations["delete_team"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Announces a file; its content follows in parts. */
        post: operations["create_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own upload. */
        get: operations["get_upload"];
        put?: never;
        post?: never;
        /** Forgets a file. */
        delete: operations["delete_upload"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Takes the next part of a file, at most 8 MiB. A wrong offset answers 409 with `params.receivedBytes`. */
        put: operations["append_upload"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a file would be read: what was recognised, its columns, its first rows. */
        get: operations["preview_upload"];
        put?: never;
        /** How a file would be read with these choices; what isn't chosen is recognised. Nothing is stored. */
        post: operations["preview_upload_as"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads/{id}/rule-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether a file's rows keep rules. Of large files the first rows are read, and it says so. Nothing is stored. */
        post: operations["check_upload_rules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads/{id}/survey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a file holds and what that suggests: names, keys, meanings, personal data, masks, rules. Of large files the
         *     first rows are read, and it says so. Nothing is stored.
         */
        post: operations["survey_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the workers stand: how many there may be, and what they are kept from. */
        get: operations["get_workers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What everybody may know of the workspace before they sign in. */
        get: operations["get_workspace"];
        /** Gives the workspace another name. */
        put: operations["update_workspace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspace/backups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins a backup of the whole workspace, sealed with a passphrase; one at a time, while everybody goes on working. */
        post: operations["create_backup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspace/backups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far one's own backup is. */
        get: operations["get_backup"];
        put?: never;
        post?: never;
        /** Stops or forgets one's own backup. */
        delete: operations["delete_backup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspace/backups/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sealed file of one's own backup, once: what was handed out isn't kept. */
        get: operations["save_backup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A token, without its secret. */
        AccessToken: {
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it stops working.
             */
            expiresAt: string;
            /** @description Stable id. */
            id: components["schemas"]["AccessTokenId"];
            /**
             * Format: date-time
             * @description When it was last used, to the minute.
             */
            lastUsedAt: string | null;
            /** @description What its holder calls it. */
            name: string;
        };
        /** @description A token with its secret, which is told this once. */
        AccessTokenCreated: components["schemas"]["AccessToken"] & {
            /** @description The secret for `Authorization: Bearer`; only its hash is kept. */
            secret: string;
        };
        /**
         * Format: uuid
         * @description Identifies a personal access token (never the secret itself).
         */
        AccessTokenId: string;
        /** @description Makes a token. */
        AccessTokenInput: {
            /**
             * Format: int64
             * @description Days until it stops working, 1 to 365.
             */
            expiresInDays: number;
            /** @description What to call it, at most 120 characters. */
            name: string;
        };
        /** @description A plan that was applied. */
        AppliedPlan: {
            /**
             * Format: date-time
             * @description When.
             */
            appliedAt: string;
            /** @description By whom. */
            appliedBy: components["schemas"]["PersonRef"];
            /** @description Stable id. */
            id: components["schemas"]["PlanId"];
            /** @description What was done. */
            plan: components["schemas"]["PlanInput"];
            /** @description What happened, in order. */
            sentences: components["schemas"]["StepSentence"][];
            /** @description Whether it can be undone. */
            undo: components["schemas"]["PlanUndo"];
            /**
             * Format: date-time
             * @description When it was undone, if it was.
             */
            undoneAt: string | null;
        };
        /**
         * @description What was done.
         * @enum {string}
         */
        AuditAction: "create_workspace" | "rename_workspace" | "set_publishing_policy" | "create_backup" | "save_backup" | "restore_workspace" | "create_person" | "update_person" | "set_password" | "create_sign_in_link" | "sign_in" | "switch_persona" | "create_access_token" | "delete_access_token" | "create_team" | "update_team" | "delete_team" | "create_service_account" | "update_service_account" | "end_service_account" | "create_domain" | "update_domain" | "rename_domain" | "move_domain" | "retire_domain" | "reopen_domain" | "replace_person" | "welcome_back" | "apply_plan" | "undo_plan" | "create_data_product" | "update_data_product" | "move_data_product" | "hand_over_data_product" | "delete_data_product" | "start_publication" | "resume_publication" | "fail_publication" | "cancel_publication" | "publish_version" | "put_back_version" | "create_draft" | "delete_draft" | "export_audit";
        /** @description One entry of the audit, as it is read. */
        AuditItem: {
            /** @description What was done. */
            action: components["schemas"]["AuditAction"];
            /** @description The thing after; null where there is none, or where the reader may not see it. */
            after: Record<string, never> | null;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description The thing before; null where there was none, or where the reader may not see it. */
            before: Record<string, never> | null;
            by: components["schemas"]["PersonRef"] | null;
            /** @description The policies that decided; see `GET /policies`. */
            policies: string[];
            /**
             * Format: int64
             * @description Its place in the chain; 1 for the first.
             */
            sequence: number;
            /** @description To which thing. */
            thing: components["schemas"]["AuditedThing"];
        };
        /** @description Whether the audit is what was written. */
        AuditVerification: {
            /**
             * Format: int64
             * @description The first entry that isn't what was written; null if all are.
             */
            brokenAt: number | null;
            compared: components["schemas"]["FingerprintState"] | null;
            /** @description Stands for the audit up to the last entry. Kept elsewhere, it makes a cut end noticeable; null if broken. */
            fingerprint: string | null;
            /**
             * Format: int64
             * @description How many entries hold, counted from the first.
             */
            holdsTo: number;
            /**
             * Format: date-time
             * @description When the last entry that holds was written.
             */
            lastAt: string | null;
        };
        /** @description Asks for a check of the whole chain. */
        AuditVerificationInput: {
            /**
             * @description A fingerprint that an earlier check gave and that was kept elsewhere: the only way to notice that the end of
             *     the audit was cut off.
             */
            fingerprint?: string | null;
        };
        /** @description What an entry is about, as far as it is known. */
        AuditedThing: {
            /**
             * Format: uuid
             * @description Which one.
             */
            id: string;
            /** @description What kind of thing it is. */
            kind: components["schemas"]["ThingKind"];
            /** @description Its name after the change; null where it has none or isn't known any more. */
            name: string | null;
            /** @description Its readable id today; null where it has none or is gone. */
            slug: string | null;
        };
        /** @description A backup on its way out. It is kept until it was read once, for an hour at most, and ends with the program. */
        Backup: {
            /**
             * Format: date-time
             * @description When it was begun.
             */
            createdAt: string;
            /**
             * Format: int64
             * @description Bytes that are sealed so far.
             */
            doneBytes: number;
            failure: components["schemas"]["ProblemCode"] | null;
            /** @description A name for the file: the workspace and the day. */
            fileName: string;
            /** @description Stable id. */
            id: components["schemas"]["BackupId"];
            /**
             * Format: int64
             * @description The file's size, once it is ready.
             */
            sizeBytes: number | null;
            /** @description How far it is. */
            state: components["schemas"]["BackupState"];
            /**
             * Format: int64
             * @description Bytes that are to be sealed; none until they are counted.
             */
            totalBytes: number | null;
        };
        /**
         * Format: uuid
         * @description Identifies a backup on its way out.
         */
        BackupId: string;
        /** @description Asks for a backup. */
        BackupInput: {
            /** @description Seals it, at least 12 characters. It is kept nowhere: without it the backup can't be opened by anybody. */
            passphrase: string;
        };
        /**
         * @description How far a backup is.
         * @enum {string}
         */
        BackupState: "running" | "ready" | "failed";
        /** @description A row that breaks a rule. */
        BrokenExample: {
            /**
             * Format: int64
             * @description Its place in the table, from 1.
             */
            row: number;
            /** @description What it holds there; null where there is no value. */
            value: string | null;
        };
        /** @description Tells that something changed. */
        Change: {
            /**
             * Format: uuid
             * @description Which one.
             */
            id: string;
            /** @description What kind of thing changed. */
            kind: components["schemas"]["ChangeKind"];
            /**
             * Format: int64
             * @description Its revision after the change.
             */
            revision: number;
            /** @description What happened. */
            type: components["schemas"]["ChangeType"];
        };
        /**
         * @description What kind of thing changed.
         * @enum {string}
         */
        ChangeKind: "domain" | "data-product" | "publication" | "workspace" | "person" | "team" | "service-account" | "notification";
        /**
         * @description What happened.
         * @enum {string}
         */
        ChangeType: "domain.created" | "domain.updated" | "data-product.created" | "data-product.updated" | "data-product.deleted" | "publication.updated" | "workspace.updated" | "person.created" | "person.updated" | "team.created" | "team.updated" | "team.deleted" | "service-account.created" | "service-account.updated" | "notification.updated";
        /**
         * @description How sensitive data is, from the least to the most (ISO/IEC 27002:2022, 5.12).
         * @enum {string}
         */
        Classification: "public" | "internal" | "confidential" | "restricted";
        /** @description A column of an output port. */
        Column: {
            /** @description The owner's header, exactly. */
            businessName: string;
            /** @description What it says, in plain words; may be empty. */
            description: string;
            /** @description What its owner says of it beside its words. */
            marks: components["schemas"]["ColumnMarks"];
            /** @description The name in the table: lower-case ASCII letters, digits and underscores, unique. */
            name: string;
            note?: components["schemas"]["ColumnNote"] | null;
            /** @description The type in the table, as Delta Lake spells it, for example `decimal(20,0)`. */
            physicalType: string;
            /** @description What kind of values it holds. */
            type: components["schemas"]["ColumnType"];
        };
        /**
         * @description How a column can differ.
         * @enum {string}
         */
        ColumnChange: "added" | "gone" | "retyped";
        /** @description What the owner decides of a column when publishing. */
        ColumnChoice: {
            /** @description The owner's header. */
            businessName: string;
            /** @description What it says, at most 2,000 characters; may be empty. */
            description?: string;
            marks?: components["schemas"]["ColumnMarks"] | null;
            /** @description The name in the table, as the preview gave it. */
            name: string;
        };
        /** @description A column that a file and a version don't have alike. */
        ColumnDifference: {
            /** @description The name for people. */
            businessName: string;
            /** @description What differs. */
            change: components["schemas"]["ColumnChange"];
            /** @description For `retyped`: the first value that isn't one of the version's type. */
            example?: string | null;
            /** @description The name in the table. */
            name: string;
            /**
             * Format: int64
             * @description For `retyped`: the row of the file, from 1, that holds it.
             */
            row?: number | null;
        };
        /** @description What an owner says of a column beside its words. */
        ColumnMarks: {
            classification: components["schemas"]["Classification"] | null;
            /** @description Whether it tells one row from another, alone or together with the other columns of the key. */
            key: boolean;
            mask: components["schemas"]["Mask"] | null;
            meaning: components["schemas"]["MeaningKind"] | null;
            /** @description Whether it is about people who can be told by it. */
            personal: boolean;
            /** @description Whether every row has a value. */
            required: boolean;
            review: components["schemas"]["ColumnReview"] | null;
        };
        /** @description Says that a column is stored in another way than it arrived. */
        ColumnNote: {
            /** @description Why. */
            code: components["schemas"]["ColumnNoteCode"];
            /** @description What the sentence mentions. */
            params?: {
                [key: string]: string;
            } | null;
        };
        /**
         * @description Why a column is stored in another way than it arrived.
         * @enum {string}
         */
        ColumnNoteCode: "unsigned_to_decimal" | "null_to_string" | "time_to_string" | "nanoseconds_to_microseconds" | "nested_to_string" | "timestamp_taken_as_utc" | "missing_to_null" | "decimal_comma" | "grouped_digits" | "other_to_string" | "written_dates" | "renamed";
        /** @description What a column holds. Values are text, as in the rows. */
        ColumnProfile: {
            /** @description The owner's header, exactly. */
            businessName: string;
            /** @description Different values. */
            distinct: components["schemas"]["ToldCount"];
            /** @description Whether `distinct` was counted; otherwise it is an estimate. */
            distinctIsExact: boolean;
            /** @description Rows with a value. */
            filled: components["schemas"]["ToldCount"];
            /** @description How many values lie in each of equally wide ranges from `min` to `max`. */
            histogram: components["schemas"]["ToldCount"][];
            lengths: components["schemas"]["Lengths"] | null;
            /** @description Largest value. */
            max: string | null;
            /** @description Arithmetic mean of numbers, days and points in time. */
            mean: string | null;
            meaning: components["schemas"]["Meaning"] | null;
            /** @description Smallest value; of text, in the order of its bytes. */
            min: string | null;
            /** @description Rows without a value. */
            missing: components["schemas"]["ToldCount"];
            /** @description The name in the table. */
            name: string;
            /** @description The most frequent forms of text: `A` for a capital letter, `a+` for small ones, `9` for a digit. */
            patterns: components["schemas"]["CountedValue"][];
            /** @description Values below which a share of all values lies, by share. */
            quantiles: components["schemas"]["Quantile"][];
            /** @description Whether the range, the mean and the spread are told; they aren't where they would tell of single people or rows. */
            rangeTold: boolean;
            /** @description Standard deviation of numbers, of a sample. */
            standardDeviation: string | null;
            /** @description The most frequent values, the most frequent first; only for who may read the rows. */
            topValues: components["schemas"]["CountedValue"][];
            /** @description Whether the counts of `topValues` are exact; otherwise they are at least that. */
            topValuesAreExact: boolean;
            /** @description What kind of values it holds. */
            type: components["schemas"]["ColumnType"];
        };
        /**
         * @description How the owner came to what is said of a column.
         * @enum {string}
         */
        ColumnReview: "seen" | "together" | "unseen";
        /** @description What a column of a file holds, and what that suggests. */
        ColumnSuggestion: {
            /** @description A name as people would write it, where the heading isn't one. */
            businessName: string | null;
            /**
             * Format: int64
             * @description Different values.
             */
            distinct: number;
            /** @description Whether `distinct` was counted; otherwise it is an estimate. */
            distinctIsExact: boolean;
            /**
             * Format: int64
             * @description Rows with a value.
             */
            filled: number;
            /** @description Why it should be looked at; empty where it needn't. */
            look: components["schemas"]["LookReason"][];
            /** @description What could be said of it. */
            marks: components["schemas"]["ColumnMarks"];
            meaning: components["schemas"]["Meaning"] | null;
            /**
             * Format: int64
             * @description Rows without a value.
             */
            missing: number;
            /** @description The name in the table, as the preview gave it. */
            name: string;
        };
        /**
         * @description What kind of values a column holds, in the owner's terms.
         * @enum {string}
         */
        ColumnType: "boolean" | "integer" | "decimal" | "number" | "string" | "date" | "timestamp" | "binary";
        /** @description What looks unlike the version before. */
        ComparisonWarning: {
            /** @description What. */
            code: components["schemas"]["ComparisonWarningCode"];
            /** @description For `column-emptied`: the column's name for people. */
            column?: string | null;
        };
        /**
         * @description What can look unlike the version before.
         * @enum {string}
         */
        ComparisonWarningCode: "far-fewer-rows" | "far-more-rows" | "column-emptied" | "nothing-new" | "already-there";
        /**
         * @description What a change asks of those who use a contract (Semantic Versioning 2.0.0, seen from the consumer).
         * @enum {string}
         */
        Compatibility: "patch" | "minor" | "major";
        /** @description One change between two contracts. */
        ContractChange: {
            /** @description What changed. */
            code: components["schemas"]["ContractChangeCode"];
            /** @description Its name in the table, where it is a column. */
            column?: string | null;
            /** @description What it asks of those who use the contract. */
            compatibility: components["schemas"]["Compatibility"];
            /** @description What it is about, as people call it: a column, a table, a rule, a service level; empty for the whole contract. */
            name: string;
            /** @description What the sentence mentions, such as `before` and `after`. */
            params?: {
                [key: string]: components["schemas"]["ParamValue"];
            } | null;
        };
        /**
         * @description What changed between two contracts.
         * @enum {string}
         */
        ContractChangeCode: "object_added" | "object_removed" | "column_added" | "column_removed" | "column_renamed" | "type_narrowed" | "type_widened" | "type_changed" | "now_required" | "no_longer_required" | "now_unique" | "no_longer_unique" | "key_changed" | "business_name_changed" | "description_changed" | "classification_stricter" | "classification_looser" | "classification_changed" | "mask_added" | "mask_removed" | "mask_changed" | "quality_rule_added" | "quality_rule_removed" | "quality_rule_changed" | "service_level_added" | "service_level_removed" | "service_level_raised" | "service_level_lowered" | "words_changed" | "status_changed" | "team_changed";
        /** @description What changed between the contracts of two versions of a data product. */
        ContractChanges: {
            /** @description What changed: what may break something first. */
            changes: components["schemas"]["ContractChange"][];
            compatibility: components["schemas"]["Compatibility"] | null;
            /** @description The version of its contract. */
            contractVersion: string;
            /**
             * Format: int64
             * @description The product's version that is compared with; null for the first, which has none before it.
             */
            from: number | null;
            /** @description The version of that contract, such as `1.0.0`. */
            fromContractVersion: string | null;
            /**
             * Format: int64
             * @description The product's version that is looked at.
             */
            to: number;
        };
        /** @description A page of a list that is counted. */
        CountedList_DataProduct: {
            /** @description The things on this page. */
            items: {
                activePublication: components["schemas"]["PublicationId"] | null;
                /** @description What the asking person may do; nothing until the platform has decided. */
                can: components["schemas"]["DataProductAbilities"];
                /** @description How sensitive its data is: at first as its domain asks. */
                classification: components["schemas"]["Classification"];
                /**
                 * Format: date-time
                 * @description When it was created.
                 */
                createdAt: string;
                currentVersion: components["schemas"]["ProductVersion"] | null;
                /** @description The domain that owns it. */
                domain: components["schemas"]["DomainRef"];
                /** @description Stable id. */
                id: components["schemas"]["DataProductId"];
                /** @description Where it stands in its life. */
                lifecycle: components["schemas"]["Lifecycle"];
                /** @description The name as written by its owner. */
                name: string;
                /** @description What it offers. */
                outputPort: components["schemas"]["OutputPort"];
                /** @description Who is accountable, and for now alone reads its rows. */
                owner: components["schemas"]["PersonRef"];
                /** @description What it is for. */
                purpose: string;
                /**
                 * Format: int64
                 * @description Grows with each change; the `ETag`.
                 */
                revision: number;
                /** @description Readable id, unique in the workspace. */
                slug: string;
                /**
                 * Format: date-time
                 * @description When it last changed.
                 */
                updatedAt: string;
            }[];
            /** @description Asks for the next page as `pageToken`; null on the last. */
            nextPageToken?: string | null;
            /**
             * Format: int64
             * @description How many things there are on all pages. Told with the first page, and where no ability is asked for.
             */
            total?: number | null;
        };
        /** @description A page of a list that is counted. */
        CountedList_Domain: {
            /** @description The things on this page. */
            items: {
                /** @description What the asking person may do; nothing until the platform has decided. */
                can: components["schemas"]["DomainAbilities"];
                /**
                 * Format: date-time
                 * @description When it was created.
                 */
                createdAt: string;
                createdBy: components["schemas"]["PersonRef"] | null;
                /**
                 * Format: int64
                 * @description How many data products it owns.
                 */
                dataProductCount: number;
                /** @description How sensitive the data of a new product is, until its owner says otherwise. */
                defaultClassification: components["schemas"]["Classification"];
                /** @description Who finds it. */
                discoverability: components["schemas"]["Discoverability"];
                /** @description Stable id. */
                id: components["schemas"]["DomainId"];
                /** @description Roles that people have here because they have them above. */
                inherited: components["schemas"]["InheritedRole"][];
                /** @description House rules that come from above. */
                inheritedRules: components["schemas"]["InheritedRules"];
                /** @description How it stands to the business. */
                kind: components["schemas"]["DomainKind"];
                /** @description Where it stands in its life. */
                lifecycle: components["schemas"]["DomainLifecycle"];
                /** @description The name as written by its owner. */
                name: string;
                /** @description Who is accountable, the first one first. */
                owners: components["schemas"]["PersonRef"][];
                /** @description The domains above it that the asking person may know of, the topmost first; the last is its parent. */
                path: components["schemas"]["DomainRef"][];
                /** @description What it is for, in a sentence. */
                purpose: string;
                /**
                 * Format: int64
                 * @description Grows with each change; the `ETag`.
                 */
                revision: number;
                /** @description Readable id, unique in the workspace. A former one leads here too. */
                slug: string;
                /** @description Who curates it. */
                stewards: components["schemas"]["PersonRef"][];
                team: components["schemas"]["TeamRef"] | null;
                /**
                 * Format: date-time
                 * @description When it last changed.
                 */
                updatedAt: string;
            }[];
            /** @description Asks for the next page as `pageToken`; null on the last. */
            nextPageToken?: string | null;
            /**
             * Format: int64
             * @description How many things there are on all pages. Told with the first page, and where no ability is asked for.
             */
            total?: number | null;
        };
        /** @description Something and how often it occurs. */
        CountedValue: {
            /**
             * Format: int64
             * @description How often.
             */
            count: number;
            /** @description What. */
            value: string;
        };
        /** @description Signs in. */
        Credentials: {
            /** @description The person's e-mail address, in any case. */
            email: string;
            /** @description Their password. */
            password: string;
        };
        /** @description A data product. */
        DataProduct: {
            activePublication: components["schemas"]["PublicationId"] | null;
            /** @description What the asking person may do; nothing until the platform has decided. */
            can: components["schemas"]["DataProductAbilities"];
            /** @description How sensitive its data is: at first as its domain asks. */
            classification: components["schemas"]["Classification"];
            /**
             * Format: date-time
             * @description When it was created.
             */
            createdAt: string;
            currentVersion: components["schemas"]["ProductVersion"] | null;
            /** @description The domain that owns it. */
            domain: components["schemas"]["DomainRef"];
            /** @description Stable id. */
            id: components["schemas"]["DataProductId"];
            /** @description Where it stands in its life. */
            lifecycle: components["schemas"]["Lifecycle"];
            /** @description The name as written by its owner. */
            name: string;
            /** @description What it offers. */
            outputPort: components["schemas"]["OutputPort"];
            /** @description Who is accountable, and for now alone reads its rows. */
            owner: components["schemas"]["PersonRef"];
            /** @description What it is for. */
            purpose: string;
            /**
             * Format: int64
             * @description Grows with each change; the `ETag`.
             */
            revision: number;
            /** @description Readable id, unique in the workspace. */
            slug: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updatedAt: string;
        };
        /** @description What the asking person may do with a data product. */
        DataProductAbilities: {
            /** @description Change its words. */
            edit: boolean;
            /** @description Publish a version. */
            publish: boolean;
            /** @description Read its rows. */
            readRows: boolean;
        };
        /** @description What would become of a data product if it were created now. */
        DataProductCheck: {
            /** @description The fields that don't hold yet. */
            fields: components["schemas"]["FieldProblem"][];
            /** @description Products with a similar name. */
            lookAlikes: components["schemas"]["LookAlike"][];
            /** @description The readable id that it would get. */
            slug: string;
        };
        /** @description Asks what would become of a data product with this name. */
        DataProductCheckInput: {
            domainId?: components["schemas"]["DomainId"] | null;
            /** @description The name so far. */
            name: string;
            /** @description The purpose, if written already. */
            purpose?: string | null;
        };
        /** @description Changes a data product's words. */
        DataProductEdit: {
            /** @description Descriptions by column name; columns that aren't named keep theirs. */
            columns: components["schemas"]["DescribedColumn"][];
            /** @description The name, at most 120 characters. */
            name: string;
            /** @description What it is for, at most 2,000 characters. */
            purpose: string;
        };
        /**
         * Format: uuid
         * @description Identifies a data product.
         */
        DataProductId: string;
        /**
         * @description In which order days and months are written.
         * @enum {string}
         */
        DateOrder: "day-first" | "month-first" | "as-written";
        /** @description Somebody of the sample company whom one may sign in as. */
        DemoPersona: {
            /** @description Their name. */
            name: string;
            /** @description The part they play. */
            persona: components["schemas"]["Persona"];
            /** @description Their role. */
            role: components["schemas"]["Role"];
        };
        /** @description A column's new description. */
        DescribedColumn: {
            /** @description What it says; may be empty. */
            description: string;
            marks?: components["schemas"]["ColumnMarks"] | null;
            /** @description The name in the table. */
            name: string;
        };
        /**
         * @description Who finds a domain and its products: in lists, in search and in what screens are told.
         * @enum {string}
         */
        Discoverability: "everyone" | "members";
        /** @description A business area that owns data products. */
        Domain: {
            /** @description What the asking person may do; nothing until the platform has decided. */
            can: components["schemas"]["DomainAbilities"];
            /**
             * Format: date-time
             * @description When it was created.
             */
            createdAt: string;
            createdBy: components["schemas"]["PersonRef"] | null;
            /**
             * Format: int64
             * @description How many data products it owns.
             */
            dataProductCount: number;
            /** @description How sensitive the data of a new product is, until its owner says otherwise. */
            defaultClassification: components["schemas"]["Classification"];
            /** @description Who finds it. */
            discoverability: components["schemas"]["Discoverability"];
            /** @description Stable id. */
            id: components["schemas"]["DomainId"];
            /** @description Roles that people have here because they have them above. */
            inherited: components["schemas"]["InheritedRole"][];
            /** @description House rules that come from above. */
            inheritedRules: components["schemas"]["InheritedRules"];
            /** @description How it stands to the business. */
            kind: components["schemas"]["DomainKind"];
            /** @description Where it stands in its life. */
            lifecycle: components["schemas"]["DomainLifecycle"];
            /** @description The name as written by its owner. */
            name: string;
            /** @description Who is accountable, the first one first. */
            owners: components["schemas"]["PersonRef"][];
            /** @description The domains above it that the asking person may know of, the topmost first; the last is its parent. */
            path: components["schemas"]["DomainRef"][];
            /** @description What it is for, in a sentence. */
            purpose: string;
            /**
             * Format: int64
             * @description Grows with each change; the `ETag`.
             */
            revision: number;
            /** @description Readable id, unique in the workspace. A former one leads here too. */
            slug: string;
            /** @description Who curates it. */
            stewards: components["schemas"]["PersonRef"][];
            team: components["schemas"]["TeamRef"] | null;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updatedAt: string;
        };
        /** @description What the asking person may do with a domain. */
        DomainAbilities: {
            /** @description Create a data product in it. */
            createDataProduct: boolean;
            /** @description Create a domain below it. */
            createSubdomain: boolean;
            /** @description Change it, rename, move and retire it. */
            edit: boolean;
        };
        /** @description What would become of a domain if it were created now. */
        DomainCheck: {
            /** @description The fields that don't hold yet. */
            fields: components["schemas"]["FieldProblem"][];
            /** @description Roles that people would have in it because they have them above. */
            inherited: components["schemas"]["InheritedRole"][];
            /** @description House rules that would come from above. */
            inheritedRules: components["schemas"]["InheritedRules"];
            /** @description Domains with a similar name. */
            lookAlikes: components["schemas"]["LookAlike"][];
            /** @description The readable id that it would get. */
            slug: string;
        };
        /** @description What a person decides of a domain and may change at any time. Name and place are changed by plans. */
        DomainEdit: {
            /** @description How sensitive the data of a new product is, until its owner says otherwise. */
            defaultClassification?: components["schemas"]["Classification"];
            /** @description Who finds it. */
            discoverability?: components["schemas"]["Discoverability"];
            /** @description How it stands to the business. */
            kind: components["schemas"]["DomainKind"];
            /** @description Who is accountable: one person at least. */
            ownerIds: components["schemas"]["PersonId"][];
            /** @description What it is for, at most 2,000 characters. */
            purpose: string;
            /** @description Who curates it. */
            stewardIds?: components["schemas"]["PersonId"][];
            teamId?: components["schemas"]["TeamId"] | null;
        };
        /**
         * Format: uuid
         * @description Identifies a domain.
         */
        DomainId: string;
        /** @description What a person decides of a new domain. */
        DomainInput: {
            /** @description How sensitive the data of a new product is, until its owner says otherwise. */
            defaultClassification?: components["schemas"]["Classification"];
            /** @description Who finds it. */
            discoverability?: components["schemas"]["Discoverability"];
            /** @description How it stands to the business. */
            kind: components["schemas"]["DomainKind"];
            /** @description The name, at most 120 characters, unlike that of every other domain. */
            name: string;
            /** @description Who is accountable: one person at least. */
            ownerIds: components["schemas"]["PersonId"][];
            parentId?: components["schemas"]["DomainId"] | null;
            /** @description What it is for, at most 2,000 characters. */
            purpose: string;
            /** @description Who curates it. */
            stewardIds?: components["schemas"]["PersonId"][];
            teamId?: components["schemas"]["TeamId"] | null;
        };
        /**
         * @description How a domain stands to the business (Dehghani, *Data Mesh*, 2022, ch. 2).
         * @enum {string}
         */
        DomainKind: "source-aligned" | "aggregate" | "consumer-aligned";
        /**
         * @description Where a domain stands in its life.
         * @enum {string}
         */
        DomainLifecycle: "active" | "retired";
        /** @description A domain in the tree of them all, in short. */
        DomainOutline: {
            /**
             * Format: int64
             * @description How many data products it owns.
             */
            dataProductCount: number;
            /** @description Who finds it, as it says itself. */
            discoverability: components["schemas"]["Discoverability"];
            /** @description Stable id. */
            id: components["schemas"]["DomainId"];
            /** @description How it stands to the business. */
            kind: components["schemas"]["DomainKind"];
            /** @description Where it stands in its life. */
            lifecycle: components["schemas"]["DomainLifecycle"];
            /** @description The name as written by its owner. */
            name: string;
            parentId: components["schemas"]["DomainId"] | null;
            /** @description Readable id. */
            slug: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updatedAt: string;
        };
        /** @description A domain, as named by another thing. */
        DomainRef: {
            /** @description Stable id. */
            id: components["schemas"]["DomainId"];
            /** @description The name as shown. */
            name: string;
            /** @description Readable id. */
            slug: string;
        };
        /**
         * @description What somebody is to a domain.
         * @enum {string}
         */
        DomainRole: "owner" | "steward";
        /** @description What a person has typed so far. Only its holder knows of it. */
        Draft: {
            /**
             * Format: date-time
             * @description When it was begun.
             */
            createdAt: string;
            /** @description Stable id. */
            id: components["schemas"]["DraftId"];
            /** @description The wizard. */
            kind: components["schemas"]["DraftKind"];
            /**
             * Format: int64
             * @description Grows with each save; the `ETag`.
             */
            revision: number;
            /** @description The step that was open. */
            step: string;
            /** @description How it is listed. */
            title: string;
            /**
             * Format: date-time
             * @description When it was last saved.
             */
            updatedAt: string;
            /** @description The wizard's values, at most 256 KB of JSON; opaque to the platform. */
            values: Record<string, never>;
        };
        /** @description Saves a draft. */
        DraftEdit: {
            /** @description The step that is open. */
            step: string;
            /** @description How it is listed, at most 120 characters; may be empty. */
            title: string;
            /** @description The wizard's values, at most 256 KB of JSON. */
            values: Record<string, never>;
        };
        /**
         * Format: uuid
         * @description Identifies a wizard's draft.
         */
        DraftId: string;
        /** @description Begins a draft. */
        DraftInput: {
            /** @description The wizard. */
            kind: components["schemas"]["DraftKind"];
            /** @description The step that is open. */
            step: string;
            /** @description How it is listed, at most 120 characters; may be empty. */
            title: string;
            /** @description The wizard's values, at most 256 KB of JSON. */
            values: Record<string, never>;
        };
        /**
         * @description The wizard that a draft belongs to.
         * @enum {string}
         */
        DraftKind: "domain-create" | "data-product-create" | "data-product-publish";
        /** @description Whether the asking person may do something, why, and who may if not. */
        ExplainedDecision: {
            /** @description What. */
            action: components["schemas"]["PolicyAction"];
            /** @description Whether they may. */
            allowed: boolean;
            /** @description The policies that decided; none if nothing allowed it. */
            policies: string[];
            /** @description If not: people who may, the nearest first, at most five. */
            who: components["schemas"]["PersonRef"][];
        };
        /**
         * @description Why a field doesn't hold.
         * @enum {string}
         */
        FieldCode: "required" | "too_long" | "too_short" | "control_characters" | "invisible_characters" | "look_alike" | "taken" | "unknown" | "not_allowed" | "duplicate" | "cycle" | "retired" | "no_members" | "too_loose" | "former_id" | "unchanged" | "too_many" | "no_lead" | "has_left" | "no_role" | "malformed" | "rule_broken" | "policy";
        /** @description One field that doesn't hold. */
        FieldProblem: {
            /** @description Why it doesn't hold. */
            code: components["schemas"]["FieldCode"];
            /** @description An English sentence for users of the API; screens make their own from `code` and `params`. */
            message: string;
            /** @description What the sentence mentions. */
            params?: {
                [key: string]: components["schemas"]["ParamValue"];
            } | null;
            /** @description JSON pointer (RFC 6901) into the request's body. */
            pointer: string;
        };
        /** @description What a file holds, and what that suggests. */
        FileSurvey: {
            /** @description Its columns, in the file's order. */
            columns: components["schemas"]["ColumnSuggestion"][];
            /**
             * Format: int64
             * @description Rows that were read.
             */
            rowsRead: number;
            /** @description What could be promised, with how the rows keep it today. */
            rules: components["schemas"]["SuggestedRule"][];
            /** @description The file. */
            uploadId: components["schemas"]["UploadId"];
            /** @description Whether these are all of its rows; otherwise they are its first. */
            whole: boolean;
        };
        /**
         * @description How a kept fingerprint stands to the audit.
         * @enum {string}
         */
        FingerprintState: "fits" | "cut" | "differs";
        /** @description A domain that somebody owns or curates. */
        HeldDomain: {
            /** @description Stable id. */
            id: components["schemas"]["DomainId"];
            /** @description The name as shown. */
            name: string;
            /** @description Whether they own it. */
            owner: boolean;
            /** @description Readable id. */
            slug: string;
            /** @description Whether they curate it and decide who may use it. */
            steward: boolean;
        };
        /** @description A data product that somebody owns. */
        HeldProduct: {
            /** @description The domain that it belongs to. */
            domain: components["schemas"]["DomainRef"];
            /** @description Stable id. */
            id: components["schemas"]["DataProductId"];
            /** @description The name as shown. */
            name: string;
            /** @description Readable id. */
            slug: string;
        };
        /** @description A team that somebody belongs to. */
        HeldTeam: {
            /** @description Stable id. */
            id: components["schemas"]["TeamId"];
            /** @description Whether they lead it. */
            lead: boolean;
            /** @description The name as shown. */
            name: string;
            /** @description Readable id. */
            slug: string;
        };
        /** @description Something that a domain or person holds. */
        Holding: {
            /** @description What it is. */
            code: components["schemas"]["HoldingCode"];
            /**
             * Format: int64
             * @description How many of it.
             */
            count: number;
        };
        /**
         * @description What a domain or person can hold. Each resource registers its own.
         * @enum {string}
         */
        HoldingCode: "subdomains" | "products" | "domain_roles" | "former_ids" | "domains_looked_after" | "products_owned" | "service_accounts" | "teams" | "drafts" | "uploads" | "sessions" | "tokens" | "sign_in_links" | "history" | "notifications" | "repeat_keys";
        /** @description What a person has in hand, as far as the asking person may know of it. */
        Holdings: {
            /** @description The data products that they own. */
            dataProducts: components["schemas"]["HeldProduct"][];
            /** @description The domains that they own or curate. */
            domains: components["schemas"]["HeldDomain"][];
            /** @description The service accounts that they answer for. */
            serviceAccounts: components["schemas"]["ServiceAccountRef"][];
            /** @description The teams that they belong to. */
            teams: components["schemas"]["HeldTeam"][];
        };
        /** @description How a file becomes a product's next version. */
        HowToPublish: {
            /**
             * @description For `merge`: names in the table of the columns that tell one row from another.
             * @default []
             */
            key: string[];
            /**
             * @description What becomes of the rows that are there already.
             * @default replace
             */
            mode: components["schemas"]["PublishMode"];
        };
        /** @description A role that somebody has in a domain because they have it in one above. */
        InheritedRole: {
            from: components["schemas"]["DomainRef"] | null;
            /** @description Who has it. */
            person: components["schemas"]["PersonRef"];
            /** @description The role. */
            role: components["schemas"]["DomainRole"];
        };
        /** @description A house rule that comes from above. */
        InheritedRule_Classification: {
            from: components["schemas"]["DomainRef"] | null;
            /**
             * @description How sensitive data is, from the least to the most (ISO/IEC 27002:2022, 5.12).
             * @enum {string}
             */
            value: "public" | "internal" | "confidential" | "restricted";
        };
        /** @description A house rule that comes from above. */
        InheritedRule_Discoverability: {
            from: components["schemas"]["DomainRef"] | null;
            /**
             * @description Who finds a domain and its products: in lists, in search and in what screens are told.
             * @enum {string}
             */
            value: "everyone" | "members";
        };
        /** @description House rules that domains above set for this one. A domain may be stricter, never looser. */
        InheritedRules: {
            classification: components["schemas"]["InheritedRule_Classification"] | null;
            discoverability: components["schemas"]["InheritedRule_Discoverability"] | null;
        };
        /**
         * @description How a file is read. Each part is the owner's choice; what is missing is
         *     recognised, and a preview gives back all of it.
         */
        IntakeChoices: {
            dates?: components["schemas"]["DateOrder"] | null;
            /** @description The character between values: one of ASCII. */
            delimiter?: string | null;
            encoding?: components["schemas"]["TextEncoding"] | null;
            /** @description Whether the first row after the skipped lines names the columns. */
            hasHeader?: boolean | null;
            /** @description Which list of a JSON document is the table. */
            list?: string | null;
            /** @description Which file of an archive is the table, by its name in it. */
            member?: string | null;
            misfits?: components["schemas"]["Misfits"] | null;
            /** @description Words that mean "no value" between numbers, dates and truth values. */
            missingWords?: string[] | null;
            nested?: components["schemas"]["Nested"] | null;
            numbers?: components["schemas"]["NumberStyle"] | null;
            quote?: components["schemas"]["Quote"] | null;
            /** @description Which sheet of a workbook is the table. */
            sheet?: string | null;
            /**
             * Format: int32
             * @description Lines above the table that are no part of it.
             */
            skippedLines?: number | null;
        };
        /** @description Something about a file that its owner is told. */
        IntakeNote: {
            /** @description What. */
            code: components["schemas"]["IntakeNoteCode"];
            /** @description Values for the sentence, as the code's documentation names them. */
            params?: {
                [key: string]: string;
            } | null;
        };
        /**
         * @description What its owner can be told about a file.
         * @enum {string}
         */
        IntakeNoteCode: "first_sheet" | "hidden_sheet" | "hidden_rows" | "error_cells" | "impossible_days" | "unpacked" | "first_list";
        /** @description What the file alone does not tell. */
        IntakeQuestion: {
            /** @description What is asked. */
            code: components["schemas"]["IntakeQuestionCode"];
            /** @description For `numbers` and `dates`: headers of the columns that can be read in two ways. */
            columns: string[];
            /** @description For `numbers` and `dates`: a value that can be read in two ways. */
            example?: string | null;
        };
        /**
         * @description What can be asked.
         * @enum {string}
         */
        IntakeQuestionCode: "numbers" | "misfits" | "dates" | "member";
        /** @description One job of a worker. */
        Job: {
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            askedAt: string;
            /**
             * Format: date-time
             * @description When a worker began.
             */
            beganAt: string | null;
            /** @description The data product's readable id, where it is about one. */
            dataProductSlug: string | null;
            /**
             * Format: date-time
             * @description When it ended, one way or another.
             */
            endedAt: string | null;
            failure: components["schemas"]["PublicationFailure"] | null;
            /** @description Identifies it, as long as this process remembers it. */
            id: components["schemas"]["JobId"];
            /** @description What is done. */
            kind: components["schemas"]["JobKind"];
            /** @description What was noted meanwhile, oldest first; without values out of anybody's data. */
            log: components["schemas"]["JobLine"][];
            progress: components["schemas"]["StepProgress"] | null;
            protection: components["schemas"]["Protection"] | null;
            /** @description For whom it is done. */
            startedBy: components["schemas"]["PersonRef"];
            /** @description Where it stands. */
            state: components["schemas"]["JobState"];
            /** @description The file or data product that it is about, as people call it. */
            subject: string;
        };
        /**
         * Format: uuid
         * @description Identifies a job of a worker.
         */
        JobId: string;
        /**
         * @description What a worker is asked for.
         * @enum {string}
         */
        JobKind: "preview" | "write-table" | "compare" | "check-table" | "profile" | "survey" | "read-rows";
        /** @description A line of a job's log. */
        JobLine: {
            /**
             * Format: date-time
             * @description When it was noted.
             */
            at: string;
            /** @description What happened. */
            code: components["schemas"]["JobLineCode"];
            /** @description For `said`: the worker's own words, for whoever develops it. */
            message?: string | null;
        };
        /**
         * @description What a line of a job's log tells.
         * @enum {string}
         */
        JobLineCode: "asked" | "began" | "locked-in" | "not-locked-in" | "said" | "succeeded" | "failed" | "stopped";
        /**
         * @description Where a job stands.
         * @enum {string}
         */
        JobState: "waiting" | "running" | "succeeded" | "failed" | "stopped";
        /** @description A row that its key doesn't tell from others. */
        KeyProblem: {
            /** @description What is wrong. */
            code: components["schemas"]["KeyProblemCode"];
            /** @description The key's values as text; null where there is no value. */
            key: (string | null)[];
            /**
             * Format: int64
             * @description The row of the file that has the same key.
             */
            otherRow?: number | null;
            /**
             * Format: int64
             * @description The row, from 1, of the file or of the version.
             */
            row: number;
        };
        /**
         * @description What can be wrong with a key.
         * @enum {string}
         */
        KeyProblemCode: "missing" | "twice" | "twice-in-table";
        /** @description How long texts are. */
        Lengths: {
            /**
             * Format: int64
             * @description The longest.
             */
            max: number;
            /**
             * Format: double
             * @description On average.
             */
            mean: number;
            /**
             * Format: int64
             * @description The shortest.
             */
            min: number;
        };
        /**
         * @description Where a data product stands in its life.
         * @enum {string}
         */
        Lifecycle: "draft" | "active";
        /** @description A page of a list. */
        List_AccessToken: {
            /** @description The things on this page. */
            items: {
                /**
                 * Format: date-time
                 * @description When it was made.
                 */
                createdAt: string;
                /**
                 * Format: date-time
                 * @description When it stops working.
                 */
                expiresAt: string;
                /** @description Stable id. */
                id: components["schemas"]["AccessTokenId"];
                /**
                 * Format: date-time
                 * @description When it was last used, to the minute.
                 */
                lastUsedAt: string | null;
                /** @description What its holder calls it. */
                name: string;
            }[];
            /** @description Asks for the next page as `pageToken`; null on the last. */
            nextPageToken?: string | null;
        };
        /** @description A page of a list. */
        List_AppliedPlan: {
            /** @description The things on this page. */
            items: {
                /**
                 * Format: date-time
                 * @description When.
                 */
                appliedAt: string;
                /** @description By whom. */
                appliedBy: components["schemas"]["PersonRef"];
                /** @description Stable id. */
                id: components["schemas"]["PlanId"];
                /** @description What was done. */
                plan: components["schemas"]["PlanInput"];
                /** @description What happened, in order. */
                sentences: components["schemas"]["StepSentence"][];
                /** @description Whether it can be undone. */
                undo: components["schemas"]["PlanUndo"];
                /**
                 * Format: date-time
                 * @description When it was undone, if it was.
                 */
                undoneAt: string | null;
            }[];
            /** @description Asks for the next page as `pageToken`; null on the last. */
            nextPageToken?: string | null;
        };
        /** @description A page of a list. */
        List_AuditItem: {
            /** @description The things on this page. */
            items: {
                /** @description What was done. */
                action: components["schemas"]["AuditAction"];
                /** @description The thing after; null where there is none, or where the reader may not see it. */
                after: Record<string, never> | null;
                /**
                 * Format: date-time
                 * @description When.
                 */
                at: string;
                /** @description The thing before; null where there was none, or where the reader may not see it. */
                before: Record<string, never> | null;
                by: components["schemas"]["PersonRef"] | null;
                /** @description The policies that decided; see `GET /policies`. */
                policies: string[];
                /**
                 * Format: int64
                 * @description Its place in the chain; 1 for the first.
                 */
                sequence: number;
                /** @description To which thing. */
                thing: components["schemas"]["AuditedThing"];
            }[];
            /** @description Asks for the next page as `pageToken`; null on the last. */
            nextPageToken?: string | null;
        };
        /** @description A page of a list. */
        List_DomainOutline: {
            /** @description The things on this page. */
            items: {
                /**
                 * Format: int64
                 * @description How many data products it owns.
                 */
                dataProductCount: number;
                /** @description Who finds it, as it says itself. */
                discoverability: components["schemas"]["Discoverability"];
                /** @description Stable id. */
                id: components["schemas"]["DomainId"];
                /** @description How it stands to the business. */
                kind: components["schemas"]["DomainKind"];
                /** @description Where it stands in its life. */
                lifecycle: components["schemas"]["DomainLifecycle"];
                /** @description The name as written by its owner. */
                name: string;
                parentId: components["schemas"]["DomainId"] | null;
                /** @description Readable id. */
                slug: string;
                /**
                 * Format: date-time
                 * @description When it last changed.
                 */
                updatedAt: string;
            }[];
            /** @description Asks for the next page as `pageToken`; null on the last. */
            nextPageToken?: string | null;
        };
        /** @description A page of a list. */
        List_Draft: {
            /** @description The things on this page. */
            items: {
                /**
                 * Format: date-time
                 * @description When it was begun.
                 */
                createdAt: string;
                /** @description Stable id. */
                id: components["schemas"]["DraftId"];
                /** @description The wizard. */
                kind: components["schemas"]["DraftKind"];
                /**
                 * Format: int64
                 * @description Grows with each save; the `ETag`.
                 */
                revision: number;
                /** @description The step that was open. */
                step: string;
                /** @description How it is listed. */
                title: string;
                /**
                 * Format: date-time
                 * @description When it was last saved.
                 */
                updatedAt: string;
                /** @description The wizard's values, at most 256 KB of JSON; opaque to the platform. */
                values: Record<string, never>;
            }[];
            /** @description Asks for the next page as `pageToken`; null on the last. */
            nextPageToken?: string | null;
        };
        /** @description A page of a list. */
        List_ExplainedDecision: {
            /** @description The things on this page. */
            items: {
                /** @description What. */
                action: components["schemas"]["PolicyAction"];
                /** @description Whether they may. */
                allowed: boolean;
                /** @description The policies that decided; none if nothing allowed it. */
                policies: string[];
                /** @description If not: people who may, the nearest first, at most five. */
                who: components["schemas"]["PersonRef"][];
            }[];
            /** @description Asks for the next page as `pageToken`; null on the last. */
            nextPageToken?: string | null;
        };
        /** @description A page of a list. */
        List_Job: {
            /** @description The things on this page. */
            items: {
                /**
                 * Format: date-time
                 * @description When it was asked for.
                 */
                askedAt: string;
                /**
                 * Format: date-time
                 * @description When a worker began.
                 */
                beganAt: string | null;
                /** @description The data product's readable id, where it is about one. */
                dataProductSlug: string | null;
                /**
                 * Format: date-time
                 * @description When it ended, one way or another.
                 */
                endedAt: string | null;
                failure: components["schemas"]["PublicationFailure"] | null;
                /** @description Identifies it, as long as this process remembers it. */
                id: components["schemas"]["JobId"];
                /** @description What is done. */
                kind: components["schemas"]["JobKind"];
                /** @description What was noted meanwhile, oldest first; without values out of anybody's data. */
                log: components["schemas"]["JobLine"][];
                progress: components["schemas"]["StepProgress"] | null;
                protection: components["schemas"]["Protection"] | null;
                /** @description For whom it is done. */
                startedBy: components["schemas"]["PersonRef"];
                /** @description Where it stands. */
                state: components["schemas"]["JobState"];
                /** @description The file or data product that it is about, as people call it. */
                subject: string;
            }[];
            /** @description Asks for the next page as `pageToken`; null on the last. */
            nextPageToken?: string | null;
        };
        /** @description A page of a list. */
        List_Person: {
            /** @description The things on this page. */
            items: {
                /**
                 * Format: date-time
                 * @description When they were added.
                 */
                createdAt: string;
                /** @description The address with which they sign in; empty for a service account, which has none. */
                email: string;
                /** @description Stable id. */
                id: components["schemas"]["PersonId"];
                /**
                 * Format: date-time
                 * @description When they left; what they did before stays under their name.
                 */
                leftAt: string | null;
                /** @description The name as shown. */
                name: string;
                /**
                 * Format: int64
                 * @description Grows with each change; the `ETag`.
                 */
                revision: number;
                role: components["schemas"]["Role"] | null;
                /** @description Whether they have chosen a password and can sign in by themselves. */
                signInReady: boolean;
            }[];
            /** @description Asks for the next page as `pageToken`; null on the last. */
            nextPageToken?: string | null;
        };
        /** @description A page of a list. */
        List_PolicyRule: {
            /** @description The things on this page. */
            items: {
                /** @description What it speaks of. */
                actions: components["schemas"]["PolicyAction"][];
                /** @description Whether it allows or forbids. */
                effect: components["schemas"]["PolicyEffect"];
                /** @description Its readable id, by which decisions name it. */
                id: string;
                /** @description The policy as it is written, in Cedar. */
                text: string;
            }[];
            /** @description Asks for the next page as `pageToken`; null on the last. */
            nextPageToken?: string | null;
        };
        /** @description A page of a list. */
        List_ProductVersion: {
            /** @description The things on this page. */
            items: {
                /**
                 * Format: int64
                 * @description Columns in the table.
                 */
                columnCount: number;
                /** @description The file that it was made from. */
                fileName: string;
                /** @description What became of the rows of the version before; where a version was put back, as it was with that one. */
                how: components["schemas"]["HowToPublish"];
                /** @description How that file was read. */
                intake: components["schemas"]["IntakeChoices"];
                /**
                 * Format: int64
                 * @description 1 for the first.
                 */
                number: number;
                /**
                 * Format: date-time
                 * @description When it was published.
                 */
                publishedAt: string;
                /** @description By whom. */
                publishedBy: components["schemas"]["PersonRef"];
                /**
                 * Format: int64
                 * @description The number of the earlier version whose content this one has, if that was put back.
                 */
                putBack: number | null;
                /**
                 * Format: int64
                 * @description Rows of that file that are not in the table, because they don't fit it.
                 */
                rejectedCount: number;
                /**
                 * Format: int64
                 * @description Rows in the table.
                 */
                rowCount: number;
                /**
                 * Format: int64
                 * @description Bytes in storage.
                 */
                sizeBytes: number;
            }[];
            /** @description Asks for the next page as `pageToken`; null on the last. */
            nextPageToken?: string | null;
        };
        /** @description A page of a list. */
        List_Publication: {
            /** @description The things on this page. */
            items: {
                /** @description The product that gets a version. */
                dataProductId: components["schemas"]["DataProductId"];
                /** @description Its name. */
                dataProductName: string;
                /** @description Its readable id. */
                dataProductSlug: string;
                failure: components["schemas"]["PublicationFailure"] | null;
                /**
                 * Format: date-time
                 * @description When it ended, one way or another.
                 */
                finishedAt: string | null;
                /** @description What becomes of the rows of the version before; where a version is put back, as it was with that one. */
                how: components["schemas"]["HowToPublish"];
                /** @description Stable id. */
                id: components["schemas"]["PublicationId"];
                /**
                 * Format: int64
                 * @description The number of the earlier version that is put back, if no file is published.
                 */
                putBack: number | null;
                /**
                 * Format: int64
                 * @description Grows with each recorded change.
                 */
                revision: number;
                /**
                 * Format: date-time
                 * @description When it began.
                 */
                startedAt: string;
                /** @description Where it stands. */
                state: components["schemas"]["PublicationState"];
                /** @description Its steps, in order. */
                steps: components["schemas"]["PublicationStep"][];
                /**
                 * Format: int64
                 * @description The version that is being made.
                 */
                versionNumber: number;
            }[];
            /** @description Asks for the next page as `pageToken`; null on the last. */
            nextPageToken?: string | null;
        };
        /** @description A page of a list. */
        List_PublishingPolicy: {
            /** @description The things on this page. */
            items: {
                /**
                 * Format: date
                 * @description Until the day before, a blocking policy only warns; null where it blocks already.
                 */
                blocksFrom: string | null;
                /** @description What is asked. */
                code: components["schemas"]["PublishingPolicyCode"];
                /** @description How strict it is. */
                severity: components["schemas"]["PolicySeverity"];
            }[];
            /** @description Asks for the next page as `pageToken`; null on the last. */
            nextPageToken?: string | null;
        };
        /** @description A page of a list. */
        List_ServiceAccount: {
            /** @description The things on this page. */
            items: {
                /** @description What the asking person may do; nothing until the platform has decided. */
                can: components["schemas"]["ServiceAccountAbilities"];
                /**
                 * Format: date-time
                 * @description When it was created.
                 */
                createdAt: string;
                /**
                 * Format: date-time
                 * @description When it was ended; then no token works and it can't be brought back.
                 */
                endedAt: string | null;
                /** @description Stable id. */
                id: components["schemas"]["ServiceAccountId"];
                /**
                 * Format: date-time
                 * @description When one of its tokens was last used, to the minute.
                 */
                lastUsedAt: string | null;
                /** @description The name as shown, also in the audit. */
                name: string;
                /**
                 * Format: date-time
                 * @description When the first of those stops working.
                 */
                nextExpiryAt: string | null;
                /** @description The person who answers for it. */
                owner: components["schemas"]["PersonRef"];
                /** @description What it does, in a sentence. */
                purpose: string;
                /**
                 * Format: int64
                 * @description Grows with each change; the `ETag`.
                 */
                revision: number;
                role: components["schemas"]["ServiceRole"] | null;
                /**
                 * Format: int64
                 * @description How many of its tokens work.
                 */
                tokenCount: number;
            }[];
            /** @description Asks for the next page as `pageToken`; null on the last. */
            nextPageToken?: string | null;
        };
        /** @description A page of a list. */
        List_Team: {
            /** @description The things on this page. */
            items: {
                /** @description What the asking person may do; nothing until the platform has decided. */
                can: components["schemas"]["TeamAbilities"];
                /**
                 * Format: date-time
                 * @description When it was created.
                 */
                createdAt: string;
                /** @description The domains that it looks after, as far as the asking person may know of them. */
                domains: components["schemas"]["DomainRef"][];
                /** @description Stable id. */
                id: components["schemas"]["TeamId"];
                /** @description Who belongs to it: those who lead first, then by name. */
                members: components["schemas"]["TeamMember"][];
                /** @description The name as written. */
                name: string;
                /** @description What it is for, in a sentence. */
                purpose: string;
                /**
                 * Format: int64
                 * @description Grows with each change; the `ETag`.
                 */
                revision: number;
                /** @description Readable id, unique in the workspace. */
                slug: string;
                /**
                 * Format: date-time
                 * @description When it last changed.
                 */
                updatedAt: string;
            }[];
            /** @description Asks for the next page as `pageToken`; null on the last. */
            nextPageToken?: string | null;
        };
        /** @description Something with a similar name. */
        LookAlike: {
            /**
             * Format: uuid
             * @description Stable id.
             */
            id: string;
            /** @description The name as shown. */
            name: string;
            /** @description Readable id. */
            slug: string;
        };
        /**
         * @description Why a column should be looked at before it is published.
         * @enum {string}
         */
        LookReason: "personal" | "key" | "unsure";
        /**
         * @description How values are covered for whom a grant doesn't show them.
         * @enum {string}
         */
        Mask: "hash" | "partial" | "null" | "year" | "redact";
        /** @description What a column means, and why that is believed. */
        Meaning: {
            /** @description Whether fitting includes check digits. */
            checkDigits: boolean;
            /** @description How many different values were checked. */
            checked: components["schemas"]["ToldCount"];
            /**
             * Format: double
             * @description How sure that is, from 0 to 1.
             */
            confidence: number;
            /**
             * Format: double
             * @description Share of the checked values that fit, from 0 to 1.
             */
            fits: number;
            /** @description The word of the header that says so. */
            headerWord: string | null;
            /** @description What it means. */
            kind: components["schemas"]["MeaningKind"];
            /** @description Whether that is personal data. */
            personal: boolean;
            /** @description The scheme of a national id, for example `pl-pesel`. */
            scheme: string | null;
        };
        /**
         * @description What a column can mean.
         * @enum {string}
         */
        MeaningKind: "email" | "phone" | "iban" | "card-number" | "national-id" | "first-name" | "last-name" | "full-name" | "birth-date" | "street-address" | "ip-address" | "user-name" | "gender" | "company" | "city" | "postcode" | "country" | "country-code" | "currency" | "money" | "percentage" | "url" | "uuid" | "mac-address" | "latitude" | "longitude" | "year" | "flag" | "identifier" | "category" | "free-text";
        /**
         * @description What becomes of rows with too few or too many values.
         * @enum {string}
         */
        Misfits: "refuse" | "reject";
        /**
         * @description What becomes of objects that are values.
         * @enum {string}
         */
        Nested: "text" | "columns";
        /** @description A data product that is about to be made. */
        NewDataProduct: {
            /** @description The domain that will own it. */
            domainId: components["schemas"]["DomainId"];
            /** @description The name, at most 120 characters, unlike that of every other product. */
            name: string;
            /** @description What it is for, at most 2,000 characters. */
            purpose: string;
        };
        /** @description Something that one person should learn of. */
        Notification: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            by: components["schemas"]["PersonRef"] | null;
            /** @description Stable id; later ones sort after it. */
            id: components["schemas"]["NotificationId"];
            /** @description What it tells. */
            kind: components["schemas"]["NotificationKind"];
            /** @description What its sentence mentions. */
            params: {
                [key: string]: components["schemas"]["ParamValue"];
            };
            /**
             * Format: date-time
             * @description When its reader read it; null until then.
             */
            readAt: string | null;
            /** @description What it is about. The readable id is null where the thing has none or is gone. */
            thing: components["schemas"]["AuditedThing"];
        };
        /**
         * Format: uuid
         * @description Identifies a notification.
         */
        NotificationId: string;
        /**
         * @description What a notification tells its reader. A feature that has something to tell adds a kind; `params` name what its
         *     sentence mentions besides the thing and who did it.
         *
         *     Where something came to the reader because somebody left, `leaver` names them.
         * @enum {string}
         */
        NotificationKind: "domain_owner_gained" | "domain_owner_lost" | "domain_steward_gained" | "domain_steward_lost" | "domain_renamed" | "domain_moved" | "domain_retired" | "domain_reopened" | "product_received" | "product_passed_on" | "product_moved" | "version_published" | "publication_failed" | "team_joined" | "team_left" | "team_deleted" | "service_account_received" | "service_account_passed_on" | "role_changed" | "drafts_received" | "plan_undone";
        /** @description A page of notifications. */
        NotificationList: {
            /** @description The notifications on this page, newest first. */
            items: components["schemas"]["Notification"][];
            /** @description Asks for the next page as `pageToken`; null on the last. */
            nextPageToken?: string | null;
            /**
             * Format: int64
             * @description How many are unread in all, on whichever page.
             */
            unreadCount: number;
        };
        /** @description Marks all notifications as read. */
        NotificationsRead: {
            upTo?: components["schemas"]["NotificationId"] | null;
        };
        /**
         * @description How numbers are written.
         * @enum {string}
         */
        NumberStyle: "point" | "comma" | "as-written";
        /** @description One of several parts of a file. */
        Offer: {
            /** @description Whether its maker hid it. */
            hidden: boolean;
            /** @description As the file's maker called it; never a path. */
            name: string;
        };
        /** @description What in a file can be the table besides what was chosen. */
        Offers: {
            /** @description Lists in a JSON document. */
            lists: components["schemas"]["Offer"][];
            /** @description Files in an archive. */
            members: components["schemas"]["Offer"][];
            /** @description Whether values are objects that can have columns of their own. */
            nested: boolean;
            /** @description A workbook's sheets. */
            sheets: components["schemas"]["Offer"][];
        };
        /** @description What a data product offers. */
        OutputPort: {
            /** @description Its columns, in the table's order. */
            columns: components["schemas"]["Column"][];
            /** @description How its data lies in storage. */
            format: components["schemas"]["PortFormat"];
            /** @description Where other programs find the table; told to those who may read its rows. */
            location: string | null;
            /** @description The port's name inside the product. */
            name: string;
        };
        /** @description A number or a text inside a sentence. */
        ParamValue: number | string;
        /** @description How many people there are of each role, and how many left. */
        PeopleCounts: {
            /**
             * Format: int64
             * @description Administrators.
             */
            administrator: number;
            /**
             * Format: int64
             * @description Those who left.
             */
            left: number;
            /**
             * Format: int64
             * @description Members.
             */
            member: number;
            /**
             * Format: int64
             * @description Those who are here without a role.
             */
            none: number;
            /**
             * Format: int64
             * @description Stewards.
             */
            steward: number;
            /**
             * Format: int64
             * @description Viewers.
             */
            viewer: number;
        };
        /** @description Somebody who can act in the workspace. */
        Person: {
            /**
             * Format: date-time
             * @description When they were added.
             */
            createdAt: string;
            /** @description The address with which they sign in; empty for a service account, which has none. */
            email: string;
            /** @description Stable id. */
            id: components["schemas"]["PersonId"];
            /**
             * Format: date-time
             * @description When they left; what they did before stays under their name.
             */
            leftAt: string | null;
            /** @description The name as shown. */
            name: string;
            /**
             * Format: int64
             * @description Grows with each change; the `ETag`.
             */
            revision: number;
            role: components["schemas"]["Role"] | null;
            /** @description Whether they have chosen a password and can sign in by themselves. */
            signInReady: boolean;
        };
        /** @description Changes a person. */
        PersonEdit: {
            /** @description The name as shown, at most 120 characters. */
            name: string;
            role?: components["schemas"]["Role"] | null;
        };
        /**
         * Format: uuid
         * @description Identifies a person.
         */
        PersonId: string;
        /** @description Adds a person. */
        PersonInput: {
            /** @description The address with which they will sign in; unique. */
            email: string;
            /** @description The name as shown, at most 120 characters. */
            name: string;
            role?: components["schemas"]["Role"] | null;
        };
        /** @description A person, as named by another thing. */
        PersonRef: {
            /** @description Stable id. */
            id: components["schemas"]["PersonId"];
            /** @description The name as shown. */
            name: string;
        };
        /**
         * @description A part that one can play in the sample company.
         * @enum {string}
         */
        Persona: "administrator" | "data-owner" | "steward" | "analyst" | "manager";
        /** @description Whom to sign in as. */
        PersonaChoice: {
            /** @description The part to play. */
            persona: components["schemas"]["Persona"];
        };
        /** @description What a plan would do. */
        Plan: {
            /** @description Stands for everything that the plan was made from. */
            basis: string;
            /** @description What stands in the way; the plan can be applied when there is nothing. */
            fields: components["schemas"]["FieldProblem"][];
            /** @description Everything that the domain or person holds, as registered by each resource. */
            holdings: components["schemas"]["Holding"][];
            /** @description What will happen, in order. */
            sentences: components["schemas"]["StepSentence"][];
        };
        /**
         * @description What a plan's sentence says.
         * @enum {string}
         */
        PlanCode: "create_product" | "new_version" | "write_table" | "keep_rejects" | "check_table" | "activate" | "column_added" | "column_removed" | "column_type_changed" | "rows_added" | "rows_replaced" | "rows_merged" | "put_back" | "stays_readable";
        /**
         * Format: uuid
         * @description Identifies a plan that was applied.
         */
        PlanId: string;
        /** @description What is to be done. */
        PlanInput: {
            /** @description Which one. */
            domainId: components["schemas"]["DomainId"];
            /** @enum {string} */
            kind: "rename-domain";
            /** @description The new name, at most 120 characters. */
            name: string;
            /** @description The new readable id; made of the name where it isn't given. */
            slug?: string | null;
        } | {
            /** @description Which one. */
            domainId: components["schemas"]["DomainId"];
            /** @enum {string} */
            kind: "move-domain";
            parentId?: components["schemas"]["DomainId"] | null;
        } | {
            /** @description Which one. */
            domainId: components["schemas"]["DomainId"];
            /** @enum {string} */
            kind: "retire-domain";
            productsTo?: components["schemas"]["DomainId"] | null;
        } | {
            /** @description Which one. */
            domainId: components["schemas"]["DomainId"];
            /** @enum {string} */
            kind: "reopen-domain";
        } | {
            /** @enum {string} */
            kind: "replace-person";
            /** @description Who leaves. */
            personId: components["schemas"]["PersonId"];
            successorId?: components["schemas"]["PersonId"] | null;
        } | {
            /** @enum {string} */
            kind: "welcome-back";
            /** @description Who comes back. */
            personId: components["schemas"]["PersonId"];
            /** @description Their role from then on. */
            role: components["schemas"]["Role"];
        };
        /** @description A plan to look at or to apply. */
        PlanRequest: {
            /**
             * @description The `basis` of the plan that was looked at; needed to apply it. If anything it stands on has changed since,
             *     it is refused as stale.
             */
            basis?: string | null;
            /** @description What is to be done. */
            plan: components["schemas"]["PlanInput"];
        };
        /** @description One sentence of a plan. */
        PlanSentence: {
            /** @description What will happen. */
            code: components["schemas"]["PlanCode"];
            /** @description What the sentence mentions. */
            params: {
                [key: string]: components["schemas"]["ParamValue"];
            };
        };
        /** @description Whether a plan can be undone in one step. */
        PlanUndo: {
            /** @description What has changed since. */
            changed: components["schemas"]["Touched"][];
            opposite: components["schemas"]["PlanInput"] | null;
            /** @description Whether it can: nothing that it touched has changed since, and the asking person may. */
            possible: boolean;
        };
        /**
         * @description What a policy allows or forbids.
         * @enum {string}
         */
        PolicyAction: "seeCatalog" | "seeHidden" | "managePeople" | "createTeam" | "editTeam" | "createServiceAccount" | "manageServiceAccount" | "createDomain" | "editDomain" | "createSubdomain" | "createDataProduct" | "editDataProduct" | "publishDataProduct" | "readRows" | "readAudit" | "manageWorkspace";
        /**
         * @description Whether a policy allows or forbids.
         * @enum {string}
         */
        PolicyEffect: "permit" | "forbid";
        /** @description A policy that a publication would break. */
        PolicyFinding: {
            /** @description Whether nothing can be published until it is mended. */
            blocks: boolean;
            /**
             * Format: date
             * @description From when on it blocks, where it only warns until then.
             */
            blocksFrom: string | null;
            /** @description What is asked. */
            code: components["schemas"]["PublishingPolicyCode"];
            /** @description What the sentence mentions: `names` of columns or products, `count` of them. */
            params: {
                [key: string]: components["schemas"]["ParamValue"];
            };
            /** @description JSON pointer (RFC 6901) to the first field that would mend it. */
            pointer: string;
        };
        /** @description A policy that decides. */
        PolicyRule: {
            /** @description What it speaks of. */
            actions: components["schemas"]["PolicyAction"][];
            /** @description Whether it allows or forbids. */
            effect: components["schemas"]["PolicyEffect"];
            /** @description Its readable id, by which decisions name it. */
            id: string;
            /** @description The policy as it is written, in Cedar. */
            text: string;
        };
        /**
         * @description How strict a policy is.
         * @enum {string}
         */
        PolicySeverity: "off" | "warning" | "blocking";
        /**
         * @description How an output port's data lies in storage.
         * @enum {string}
         */
        PortFormat: "delta";
        /** @description How a file would be read. */
        Preview: {
            /** @description Its columns. */
            columns: components["schemas"]["Column"][];
            /** @description Its kind, recognised by content. */
            format: components["schemas"]["PreviewFormat"];
            /** @description How it was read: the choices that were given and, for the rest, what was recognised; empty for Parquet. */
            intake: components["schemas"]["IntakeChoices"];
            /** @description What there is to say about the file. */
            notes: components["schemas"]["IntakeNote"][];
            /** @description What else in the file can be the table. */
            offers: components["schemas"]["Offers"];
            /** @description What has to be chosen before it can be published, because the file doesn't tell. */
            questions: components["schemas"]["IntakeQuestion"][];
            /**
             * Format: int64
             * @description How many rows don't fit, of those that were read.
             */
            rejectCount: number;
            /** @description The rows that don't fit, at most 100 of them. */
            rejects: components["schemas"]["Reject"][];
            /**
             * Format: int64
             * @description Rows in the file that fit, where known.
             */
            rowCount: number | null;
            /** @description Whether `rowCount` was counted rather than estimated. */
            rowCountIsExact: boolean;
            /** @description The first rows, at most 50; cells as text, null where there is no value. */
            rows: (string | null)[][];
            /** @description The lines above the table that were skipped, at most 10 of them. */
            skipped: string[];
            /** @description The file. */
            uploadId: components["schemas"]["UploadId"];
        };
        /**
         * @description The kind of a recognised file.
         * @enum {string}
         */
        PreviewFormat: "csv" | "parquet" | "workbook" | "json" | "json-lines";
        /** @description What went wrong with a request (RFC 9457). Nothing was changed by it. */
        Problem: {
            /** @description What went wrong, of a closed set. */
            code: components["schemas"]["ProblemCode"];
            /** @description The fields that don't hold, for `invalid`. */
            fields?: components["schemas"]["FieldProblem"][] | null;
            /** @description What a sentence about it mentions. */
            params?: {
                [key: string]: components["schemas"]["ParamValue"];
            } | null;
            /** @description Finds the request in the log. */
            requestId: string;
            /**
             * Format: int32
             * @description The HTTP status.
             */
            status: number;
            /** @description An English sentence for users of the API. */
            title: string;
            /** @description Always `about:blank`: `code` tells problems apart. */
            type: string;
        };
        /**
         * @description What went wrong with a request. The set is closed: a client may match on it exhaustively.
         * @enum {string}
         */
        ProblemCode: "unauthenticated" | "forbidden" | "not_found" | "invalid" | "malformed" | "conflict" | "stale" | "precondition_required" | "rows_need_grant" | "set_up_link_invalid" | "sign_in_failed" | "not_demo" | "too_large" | "storage_full" | "storage_failed" | "too_many_requests" | "file_empty" | "file_truncated" | "file_unreadable" | "file_vanished" | "file_kind_unknown" | "file_not_saved" | "worker_failed" | "worker_out_of_memory" | "worker_timeout" | "stopped" | "check_mismatch" | "rules_broken" | "too_many_columns" | "backup_refused" | "workspace_unusable" | "busy" | "unsupported" | "internal";
        /** @description What a version of a data product holds. */
        ProductProfile: {
            /** @description Its columns, in the table's order. */
            columns: components["schemas"]["ColumnProfile"][];
            /**
             * @description Whether all is told. Who may not read the rows is told no values of single rows, nothing of the range of personal
             *     data and no small counts.
             */
            complete: boolean;
            /**
             * Format: int64
             * @description Rows in the table.
             */
            rowCount: number;
            /**
             * Format: int64
             * @description The version that it is about.
             */
            version: number;
        };
        /** @description What a version promises of its rows, and how they kept it. */
        ProductQuality: {
            /**
             * Format: date-time
             * @description When its rows were checked.
             */
            checkedAt: string;
            /** @description Whether all is told. Who may not read the rows is told no small counts and no values. */
            complete: boolean;
            /** @description One entry a rule. */
            outcomes: components["schemas"]["QualityOutcome"][];
            /**
             * Format: int64
             * @description The version that it is about.
             */
            version: number;
        };
        /** @description One published state of a data product. */
        ProductVersion: {
            /**
             * Format: int64
             * @description Columns in the table.
             */
            columnCount: number;
            /** @description The file that it was made from. */
            fileName: string;
            /** @description What became of the rows of the version before; where a version was put back, as it was with that one. */
            how: components["schemas"]["HowToPublish"];
            /** @description How that file was read. */
            intake: components["schemas"]["IntakeChoices"];
            /**
             * Format: int64
             * @description 1 for the first.
             */
            number: number;
            /**
             * Format: date-time
             * @description When it was published.
             */
            publishedAt: string;
            /** @description By whom. */
            publishedBy: components["schemas"]["PersonRef"];
            /**
             * Format: int64
             * @description The number of the earlier version whose content this one has, if that was put back.
             */
            putBack: number | null;
            /**
             * Format: int64
             * @description Rows of that file that are not in the table, because they don't fit it.
             */
            rejectedCount: number;
            /**
             * Format: int64
             * @description Rows in the table.
             */
            rowCount: number;
            /**
             * Format: int64
             * @description Bytes in storage.
             */
            sizeBytes: number;
        };
        /** @description What the operating system keeps a worker from. */
        Protection: {
            /** @description Starting programs, and the kernel's rarer calls. */
            calls: boolean;
            /** @description Opening files that aren't its job's. */
            files: boolean;
            /** @description Connecting to anything. */
            network: boolean;
        };
        /** @description One run of a publish plan. */
        Publication: {
            /** @description The product that gets a version. */
            dataProductId: components["schemas"]["DataProductId"];
            /** @description Its name. */
            dataProductName: string;
            /** @description Its readable id. */
            dataProductSlug: string;
            failure: components["schemas"]["PublicationFailure"] | null;
            /**
             * Format: date-time
             * @description When it ended, one way or another.
             */
            finishedAt: string | null;
            /** @description What becomes of the rows of the version before; where a version is put back, as it was with that one. */
            how: components["schemas"]["HowToPublish"];
            /** @description Stable id. */
            id: components["schemas"]["PublicationId"];
            /**
             * Format: int64
             * @description The number of the earlier version that is put back, if no file is published.
             */
            putBack: number | null;
            /**
             * Format: int64
             * @description Grows with each recorded change.
             */
            revision: number;
            /**
             * Format: date-time
             * @description When it began.
             */
            startedAt: string;
            /** @description Where it stands. */
            state: components["schemas"]["PublicationState"];
            /** @description Its steps, in order. */
            steps: components["schemas"]["PublicationStep"][];
            /**
             * Format: int64
             * @description The version that is being made.
             */
            versionNumber: number;
        };
        /** @description Why a publication failed. */
        PublicationFailure: {
            /** @description What went wrong. */
            code: components["schemas"]["ProblemCode"];
            /** @description What the sentence mentions. */
            params?: {
                [key: string]: components["schemas"]["ParamValue"];
            } | null;
        };
        /**
         * Format: uuid
         * @description Identifies one run of a publish plan.
         */
        PublicationId: string;
        /**
         * @description Publishes a file as a new product, or as a new version of one. Exactly one of `dataProductId` and
         *     `dataProduct` is given.
         */
        PublicationInput: {
            /** @description The columns as the preview gave them, with the owner's words. */
            columns: components["schemas"]["ColumnChoice"][];
            dataProduct?: components["schemas"]["NewDataProduct"] | null;
            dataProductId?: components["schemas"]["DataProductId"] | null;
            draftId?: components["schemas"]["DraftId"] | null;
            /** @description For a new version of a product: what becomes of the rows that it has. */
            how?: components["schemas"]["HowToPublish"];
            /** @description How the file is read; what isn't chosen is recognised, as the preview did. */
            intake?: components["schemas"]["IntakeChoices"];
            /** @description What is promised of the rows; without it, what the product's current version promises stays. */
            rules?: components["schemas"]["QualityRule"][] | null;
            /** @description The file, whole. */
            uploadId: components["schemas"]["UploadId"];
        };
        /** @description What a publication would do, in sentences that the screen spells out. */
        PublicationPlan: {
            comparison: components["schemas"]["VersionComparison"] | null;
            /** @description The fields that don't hold yet; publishing is possible when there are none. */
            fields: components["schemas"]["FieldProblem"][];
            /** @description What the company asks of data products and this one doesn't keep; what stops publishing stands first. */
            policies: components["schemas"]["PolicyFinding"][];
            /** @description The sentences, in order. */
            sentences: components["schemas"]["PlanSentence"][];
            /** @description The product's readable id, now or after it is made. */
            slug: string;
        };
        /**
         * @description Where a publication stands.
         * @enum {string}
         */
        PublicationState: "running" | "succeeded" | "failed" | "cancelled";
        /** @description One step and where it stands. */
        PublicationStep: {
            /** @description Which step. */
            code: components["schemas"]["StepCode"];
            progress: components["schemas"]["StepProgress"] | null;
            /** @description Where it stands. */
            state: components["schemas"]["StepState"];
        };
        /**
         * @description What becomes of the rows that are there already.
         * @enum {string}
         */
        PublishMode: "replace" | "append" | "merge";
        /** @description A policy as it is set. */
        PublishingPolicy: {
            /**
             * Format: date
             * @description Until the day before, a blocking policy only warns; null where it blocks already.
             */
            blocksFrom: string | null;
            /** @description What is asked. */
            code: components["schemas"]["PublishingPolicyCode"];
            /** @description How strict it is. */
            severity: components["schemas"]["PolicySeverity"];
        };
        /**
         * @description What is asked of a data product before it is published.
         * @enum {string}
         */
        PublishingPolicyCode: "purpose_written" | "name_unlike" | "personal_classified" | "personal_masked" | "columns_described" | "key_named" | "rule_promised";
        /** @description Sets a policy. */
        PublishingPolicyEdit: {
            /**
             * Format: date
             * @description The first day on which a blocking policy blocks; at once if missing.
             */
            blocksFrom?: string | null;
            /** @description How strict it is from now on. */
            severity: components["schemas"]["PolicySeverity"];
        };
        /** @description What rows have to keep. */
        QualityDemand: {
            /** @description The column's name in the table. */
            column: string;
            /** @enum {string} */
            kind: "not-empty";
        } | {
            /** @description The columns' names in the table. */
            columns: string[];
            /** @enum {string} */
            kind: "unique";
        } | {
            /** @description The column's name in the table. */
            column: string;
            /** @enum {string} */
            kind: "one-of";
            /** @description The values. */
            values: string[];
        } | {
            /** @description The column's name in the table. */
            column: string;
            /** @enum {string} */
            kind: "between";
            /** @description The largest value, as the rows show it. */
            max?: string | null;
            /** @description The smallest value, as the rows show it. */
            min?: string | null;
        } | {
            /** @description The column's name in the table. */
            column: string;
            /** @enum {string} */
            kind: "matches";
            /** @description The expression, without look-around and back-references. */
            pattern: string;
        } | {
            /** @description The column's name in the table. */
            column: string;
            /** @enum {string} */
            kind: "max-length";
            /**
             * Format: int64
             * @description Characters at most.
             */
            length: number;
        } | {
            /** @enum {string} */
            kind: "row-count";
            /**
             * Format: int64
             * @description Rows at most.
             */
            max?: number | null;
            /**
             * Format: int64
             * @description Rows at least.
             */
            min?: number | null;
        };
        /** @description Whether rows kept a rule. */
        QualityOutcome: {
            /** @description Rows that break it. */
            broken: components["schemas"]["ToldCount"];
            /**
             * Format: int64
             * @description Rows that were checked; null where it couldn't be measured.
             */
            checked: number | null;
            /** @description The first of them, at most 3; only for who may read the rows. */
            examples: components["schemas"]["BrokenExample"][];
            /** @description The rule. */
            rule: components["schemas"]["QualityRule"];
        };
        /** @description A promise about the rows. */
        QualityRule: {
            /** @description What rows have to keep. */
            demand: components["schemas"]["QualityDemand"];
            /** @description What becomes of a version whose rows break it. */
            severity: components["schemas"]["QualitySeverity"];
        };
        /**
         * @description What becomes of a version whose rows break a rule.
         * @enum {string}
         */
        QualitySeverity: "blocking" | "warning";
        /** @description A value below which a share of all values lies. */
        Quantile: {
            /**
             * Format: double
             * @description The share, from 0 to 1.
             */
            share: number;
            /** @description The value. */
            value: string;
        };
        /**
         * @description What stands around values that hold the delimiter.
         * @enum {string}
         */
        Quote: "double" | "single" | "none";
        /** @description A row that does not fit its table. */
        Reject: {
            /**
             * Format: int64
             * @description Values that it should have.
             */
            expected: number;
            /**
             * Format: int64
             * @description Values that it has.
             */
            found: number;
            /**
             * Format: int64
             * @description Line of the file on which it begins, from 1.
             */
            line: number;
            /** @description Why it does not fit. */
            reason: components["schemas"]["RejectReason"];
            /** @description Its values with the delimiter between them; cut where it is long. */
            text: string;
        };
        /** @description Rows of a file that are not in its table because they don't fit it. */
        RejectPage: {
            /**
             * Format: int64
             * @description How many there are in all.
             */
            count: number;
            /** @description The rows in the order of the file, at most 1,000. */
            items: components["schemas"]["Reject"][];
            /**
             * Format: int64
             * @description The version whose file it was.
             */
            version: number;
        };
        /**
         * @description Why a row does not fit.
         * @enum {string}
         */
        RejectReason: "too_few_values" | "too_many_values";
        /**
         * @description What a person may do in the whole workspace. Owning a domain or product adds to it; nothing here gives rows.
         * @enum {string}
         */
        Role: "administrator" | "steward" | "member" | "viewer";
        /** @description A page of rows of one version. */
        RowPage: {
            /** @description The columns, in the order of the cells. */
            columns: components["schemas"]["Column"][];
            /**
             * Format: int64
             * @description How many rows were passed over.
             */
            offset: number;
            /**
             * Format: int64
             * @description Rows in the whole version.
             */
            rowCount: number;
            /** @description Cells as text: exact decimals, RFC 3339 times; null where there is no value. */
            rows: (string | null)[][];
            /**
             * Format: int64
             * @description The version that was read.
             */
            version: number;
        };
        /** @description Asks whether a file keeps rules. */
        RuleCheckInput: {
            /** @description How the file is read; what isn't chosen is recognised. */
            intake?: components["schemas"]["IntakeChoices"];
            /** @description The rules. */
            rules: components["schemas"]["QualityRule"][];
        };
        /** @description How a file keeps rules. */
        RuleChecks: {
            /** @description One entry a rule, in their order. */
            outcomes: components["schemas"]["QualityOutcome"][];
            /**
             * Format: int64
             * @description Rows that were read.
             */
            rowsRead: number;
            /** @description Whether these are all of its rows; otherwise they are its first. */
            whole: boolean;
        };
        /** @description What was found. */
        SearchAnswer: {
            /** @description Whether everything was searched; false for a moment after the start. */
            indexed: boolean;
            /** @description The best first. */
            items: components["schemas"]["SearchHit"][];
        };
        /** @description Something that was found, and why. */
        SearchHit: {
            /** @description The domain that owns it, for a data product. */
            domainName: string | null;
            /** @description That domain's readable id. */
            domainSlug: string | null;
            /**
             * Format: uuid
             * @description Stable id.
             */
            id: string;
            /** @description What kind of thing it is. */
            kind: components["schemas"]["SearchKind"];
            /** @description Where the words were found. */
            matched: components["schemas"]["SearchMatch"];
            /** @description The name as shown. */
            name: string;
            /** @description What it is for. */
            purpose: string;
            /** @description Readable id. */
            slug: string;
            /** @description Whether a typo was forgiven. */
            typo: boolean;
        };
        /**
         * @description What kind of thing was found.
         * @enum {string}
         */
        SearchKind: "domain" | "data-product";
        /**
         * @description Where the words were found.
         * @enum {string}
         */
        SearchMatch: "name" | "purpose" | "column" | "domain";
        /**
         * @description What a plan's sentence says.
         * @enum {string}
         */
        SentenceCode: "domain_renamed" | "domain_id_changed" | "domain_moved" | "domain_moved_to_top" | "products_follow" | "subdomains_follow" | "role_gained" | "role_lost" | "classification_tightened" | "discoverability_tightened" | "discoverability_loosened" | "product_moved" | "subdomain_moved" | "subdomain_moved_to_top" | "domain_retired" | "domain_reopened" | "domain_owner_replaced" | "domain_steward_replaced" | "domain_owner_removed" | "domain_steward_removed" | "product_owner_replaced" | "service_owner_replaced" | "team_left" | "team_place_taken" | "drafts_handed_over" | "drafts_deleted" | "uploads_deleted" | "notifications_deleted" | "sessions_ended" | "tokens_revoked" | "person_left" | "person_back";
        /** @description A program that acts by itself. It signs in by token alone, owns nothing, and answers to its owner. */
        ServiceAccount: {
            /** @description What the asking person may do; nothing until the platform has decided. */
            can: components["schemas"]["ServiceAccountAbilities"];
            /**
             * Format: date-time
             * @description When it was created.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was ended; then no token works and it can't be brought back.
             */
            endedAt: string | null;
            /** @description Stable id. */
            id: components["schemas"]["ServiceAccountId"];
            /**
             * Format: date-time
             * @description When one of its tokens was last used, to the minute.
             */
            lastUsedAt: string | null;
            /** @description The name as shown, also in the audit. */
            name: string;
            /**
             * Format: date-time
             * @description When the first of those stops working.
             */
            nextExpiryAt: string | null;
            /** @description The person who answers for it. */
            owner: components["schemas"]["PersonRef"];
            /** @description What it does, in a sentence. */
            purpose: string;
            /**
             * Format: int64
             * @description Grows with each change; the `ETag`.
             */
            revision: number;
            role: components["schemas"]["ServiceRole"] | null;
            /**
             * Format: int64
             * @description How many of its tokens work.
             */
            tokenCount: number;
        };
        /** @description What the asking person may do with a service account. */
        ServiceAccountAbilities: {
            /** @description Give it another owner. */
            chooseOwner: boolean;
            /** @description Change it, see and make its tokens, end it. */
            manage: boolean;
        };
        /**
         * Format: uuid
         * @description Identifies a service account.
         */
        ServiceAccountId: string;
        /** @description What a person decides of a service account, to create or to change it. */
        ServiceAccountInput: {
            /** @description The name, at most 120 characters, unlike that of every other service account. */
            name: string;
            ownerId?: components["schemas"]["PersonId"] | null;
            /** @description What it does, at most 2,000 characters. */
            purpose: string;
            /** @description What it may do. */
            role: components["schemas"]["ServiceRole"];
        };
        /** @description A service account, as named by another thing. */
        ServiceAccountRef: {
            /** @description Stable id. */
            id: components["schemas"]["ServiceAccountId"];
            /** @description The name as shown. */
            name: string;
        };
        /**
         * @description What a service account may do in the workspace; less than people, and never rows by itself.
         * @enum {string}
         */
        ServiceRole: "member" | "viewer";
        /** @description Who is signed in, and where. */
        Session: {
            /** @description What they may do in the workspace as a whole. */
            can: components["schemas"]["SessionAbilities"];
            /** @description Who acts. */
            person: components["schemas"]["Person"];
            /** @description Whether nobody else is in the workspace. */
            singlePerson: boolean;
            /** @description In which workspace. */
            workspace: components["schemas"]["WorkspaceRef"];
        };
        /** @description What a person may do in the workspace as a whole. */
        SessionAbilities: {
            /** @description Create a domain. */
            createDomain: boolean;
            /** @description Create a service account. */
            createServiceAccount: boolean;
            /** @description Create a team. */
            createTeam: boolean;
            /** @description Add people and change their roles. */
            managePeople: boolean;
            /** @description Rename the workspace and back it up. */
            manageWorkspace: boolean;
            /** @description Read the audit. */
            readAudit: boolean;
            /** @description See the catalogue. */
            seeCatalog: boolean;
        };
        /** @description The code of a link. */
        SetUpCode: {
            /** @description What follows `code=` in the link. */
            code: string;
        };
        /** @description Ends a set-up or invitation by choosing how to sign in. */
        SetUpCompletion: {
            /** @description The first administrator's e-mail address; ignored for somebody who was invited. */
            email?: string;
            /** @description The name of the first administrator; ignored for somebody who was invited. */
            name?: string;
            /** @description The new password, at least 12 characters. */
            password: string;
        };
        /**
         * @description What a set-up link is for.
         * @enum {string}
         */
        SetUpPurpose: "first-administrator" | "sign-in";
        /** @description What a redeemed link lets its holder do next. */
        SetUpRedeemed: {
            person: components["schemas"]["PersonRef"] | null;
            /** @description What the link is for. */
            purpose: components["schemas"]["SetUpPurpose"];
        };
        /** @description A link with which somebody chooses their password, once. */
        SignInLink: {
            /**
             * Format: date-time
             * @description When it stops working, if unused.
             */
            expiresAt: string;
            /** @description Path and query below the portal's address, for example `/set-up?code=…`. */
            url: string;
        };
        /**
         * @description A step of a publication.
         * @enum {string}
         */
        StepCode: "create_product" | "write_table" | "check_table" | "activate";
        /** @description How far a step is. */
        StepProgress: {
            /**
             * Format: int64
             * @description What is done, in `unit`.
             */
            done: number;
            /**
             * Format: int64
             * @description All there is to do, where known.
             */
            total: number | null;
            /** @description What is counted. */
            unit: components["schemas"]["StepUnit"];
        };
        /** @description One sentence of a plan. */
        StepSentence: {
            /** @description What will happen. */
            code: components["schemas"]["SentenceCode"];
            /** @description What the sentence mentions. */
            params: {
                [key: string]: components["schemas"]["ParamValue"];
            };
        };
        /**
         * @description Where a step stands.
         * @enum {string}
         */
        StepState: "waiting" | "running" | "done" | "failed";
        /**
         * @description What a step counts.
         * @enum {string}
         */
        StepUnit: "rows" | "bytes";
        /** @description A rule that could be promised. */
        SuggestedRule: {
            /** @description The rule, with how the rows that were read keep it. */
            outcome: components["schemas"]["QualityOutcome"];
            /**
             * @description Whether it follows from what the column is, so that it may be taken without a thought; others rest on these rows
             *     alone.
             */
            sure: boolean;
        };
        /** @description People who look after things together. */
        Team: {
            /** @description What the asking person may do; nothing until the platform has decided. */
            can: components["schemas"]["TeamAbilities"];
            /**
             * Format: date-time
             * @description When it was created.
             */
            createdAt: string;
            /** @description The domains that it looks after, as far as the asking person may know of them. */
            domains: components["schemas"]["DomainRef"][];
            /** @description Stable id. */
            id: components["schemas"]["TeamId"];
            /** @description Who belongs to it: those who lead first, then by name. */
            members: components["schemas"]["TeamMember"][];
            /** @description The name as written. */
            name: string;
            /** @description What it is for, in a sentence. */
            purpose: string;
            /**
             * Format: int64
             * @description Grows with each change; the `ETag`.
             */
            revision: number;
            /** @description Readable id, unique in the workspace. */
            slug: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updatedAt: string;
        };
        /** @description What the asking person may do with a team. */
        TeamAbilities: {
            /** @description Delete it, once it looks after nothing. */
            delete: boolean;
            /** @description Change it: its name, its purpose and who belongs to it. */
            edit: boolean;
        };
        /** @description What would become of a team if it were created now. */
        TeamCheck: {
            /** @description The fields that don't hold yet. */
            fields: components["schemas"]["FieldProblem"][];
            /** @description Teams with a similar name. */
            lookAlikes: components["schemas"]["LookAlike"][];
            /** @description The readable id that it would get. */
            slug: string;
        };
        /**
         * Format: uuid
         * @description Identifies a team.
         */
        TeamId: string;
        /** @description What a person decides of a team, to create or to change it. */
        TeamInput: {
            /** @description Who belongs to it, at least one of them leading: people with a role who haven't left. */
            members: components["schemas"]["TeamMemberInput"][];
            /** @description The name, at most 120 characters, unlike that of every other team. */
            name: string;
            /** @description What it is for, at most 2,000 characters. */
            purpose: string;
        };
        /** @description Somebody who belongs to a team. */
        TeamMember: {
            /** @description Whether they lead the team, and so may change it. */
            lead: boolean;
            /** @description Who. */
            person: components["schemas"]["PersonRef"];
        };
        /** @description Somebody who shall belong to a team. */
        TeamMemberInput: {
            /** @description Whether they lead the team. */
            lead: boolean;
            /** @description Who. */
            personId: components["schemas"]["PersonId"];
        };
        /** @description A team, as named by another thing. */
        TeamRef: {
            /** @description Stable id. */
            id: components["schemas"]["TeamId"];
            /** @description The name as shown. */
            name: string;
            /** @description Readable id. */
            slug: string;
        };
        /**
         * @description How letters are written as bytes.
         * @enum {string}
         */
        TextEncoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "windows-1250" | "windows-1251" | "iso-8859-15" | "macintosh" | "shift_jis" | "gb18030";
        /**
         * @description What kind of thing an entry, an activity or a decision is about.
         * @enum {string}
         */
        ThingKind: "workspace" | "person" | "access-token" | "domain" | "data-product" | "publication" | "draft" | "team" | "service-account" | "plan";
        /** @description A count that isn't told exactly where it would be about a few rows only. */
        ToldCount: {
            /**
             * Format: int64
             * @description The count; null where it isn't told.
             */
            count: number | null;
            /**
             * Format: int64
             * @description The count is at least one and below this.
             */
            fewerThan?: number | null;
        };
        /** @description A thing that a plan touched. */
        Touched: {
            /**
             * Format: uuid
             * @description Which one.
             */
            id: string;
            /** @description What kind of thing. */
            kind: components["schemas"]["ChangeKind"];
            /** @description Its name when the plan was applied. */
            name: string;
            /**
             * Format: int64
             * @description Its revision after the plan.
             */
            revision: number;
        };
        /** @description A file, whole or still arriving. Only its holder knows of it. */
        Upload: {
            /** @description Whether all of it is here. */
            complete: boolean;
            /**
             * Format: date-time
             * @description When it was announced.
             */
            createdAt: string;
            /** @description The file's name. */
            fileName: string;
            /** @description Stable id. */
            id: components["schemas"]["UploadId"];
            /**
             * Format: int64
             * @description Bytes that arrived; the next part begins here.
             */
            receivedBytes: number;
            /**
             * Format: int64
             * @description Its size in bytes.
             */
            sizeBytes: number;
        };
        /**
         * Format: uuid
         * @description Identifies an uploaded file.
         */
        UploadId: string;
        /** @description Announces a file. */
        UploadInput: {
            /** @description The file's name, for people; never a path. */
            fileName: string;
            /**
             * Format: int64
             * @description Its size in bytes.
             */
            sizeBytes: number;
        };
        /** @description How a file differs from the version that it would follow. */
        VersionComparison: {
            /**
             * Format: int64
             * @description Rows that would be new.
             */
            added: number;
            /**
             * Format: int64
             * @description For `append`: rows of the file that the version holds already, value by value.
             */
            alreadyThere: number;
            /** @description Columns that the file and the version don't have alike. */
            columns: components["schemas"]["ColumnDifference"][];
            /**
             * Format: int64
             * @description Rows of the file that fit the table.
             */
            fileRows: number;
            /**
             * Format: int64
             * @description How many such rows there are.
             */
            keyProblemCount: number;
            /** @description The first rows whose key doesn't tell them from others. */
            keyProblems: components["schemas"]["KeyProblem"][];
            /**
             * Format: int64
             * @description The number of the version.
             */
            number: number;
            /**
             * Format: int64
             * @description Rows that would go.
             */
            removed: number;
            /**
             * Format: int64
             * @description Rows of the new version.
             */
            rowsAfter: number;
            /**
             * Format: int64
             * @description Its rows.
             */
            rowsBefore: number;
            /**
             * Format: int64
             * @description Rows that would stay as they are.
             */
            unchanged: number;
            /**
             * Format: int64
             * @description Rows that would change.
             */
            updated: number;
            /** @description What looks unlike the version before, though it is allowed. */
            warnings: components["schemas"]["ComparisonWarning"][];
        };
        /** @description How the workers stand. */
        Workers: {
            /**
             * Format: int64
             * @description How much memory each may use, in bytes.
             */
            memoryLimitBytes: number;
            /**
             * Format: int64
             * @description How many may work at once.
             */
            places: number;
            protection: components["schemas"]["Protection"] | null;
        };
        /** @description What everybody may know of the workspace before they sign in. */
        Workspace: {
            /** @description Whether it runs as the sample company, in which one may sign in as each persona. */
            demo: boolean;
            /** @description Stable id. */
            id: components["schemas"]["WorkspaceId"];
            /** @description Where it runs. */
            kind: components["schemas"]["WorkspaceKind"];
            /** @description The name as shown. */
            name: string;
            /** @description Whom one may sign in as; empty unless `demo`. */
            personas: components["schemas"]["DemoPersona"][];
            /** @description Whether nobody can sign in yet, so that the set-up link is the way in. */
            setUpNeeded: boolean;
            /** @description The program's version. */
            version: string;
        };
        /** @description Changes the workspace. */
        WorkspaceEdit: {
            /** @description The name as shown, at most 120 characters. */
            name: string;
        };
        /**
         * Format: uuid
         * @description Identifies a workspace: one mesh with its people, catalogue and storage.
         */
        WorkspaceId: string;
        /**
         * @description Where a workspace runs.
         * @enum {string}
         */
        WorkspaceKind: "local" | "server";
        /** @description The workspace, as named by a session. */
        WorkspaceRef: {
            /** @description Whether it runs as the sample company. */
            demo: boolean;
            /** @description Stable id. */
            id: components["schemas"]["WorkspaceId"];
            /** @description Where it runs. */
            kind: components["schemas"]["WorkspaceKind"];
            /** @description The name as shown. */
            name: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    list_access_tokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_AccessToken"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_access_token: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccessTokenInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessTokenCreated"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_access_token: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The token's id. */
                id: components["schemas"]["AccessTokenId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_activity: {
        parameters: {
            query: {
                /** @description A domain, a data product or a person. */
                kind: components["schemas"]["ThingKind"];
                /** @description The thing's id; a domain's or data product's readable id will do. */
                id: string;
                /** @description The `nextPageToken` of the page before. */
                pageToken?: string;
                /** @description How many entries, 1 to 500. */
                pageSize?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_AuditItem"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_audit_entries: {
        parameters: {
            query?: {
                /** @description Done by this person. */
                personId?: components["schemas"]["PersonId"];
                /** @description This was done. */
                action?: components["schemas"]["AuditAction"];
                /** @description About this thing: a domain, a data product, a person. */
                resourceId?: string;
                /** @description At this instant or later. */
                from?: string;
                /** @description Before this instant. */
                to?: string;
                /** @description The `nextPageToken` of the page before. */
                pageToken?: string;
                /** @description How many entries, 1 to 500. */
                pageSize?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_AuditItem"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_audit_entries: {
        parameters: {
            query: {
                /** @description How it is written. */
                format: "csv" | "ndjson";
                /** @description Done by this person. */
                personId?: components["schemas"]["PersonId"];
                /** @description This was done. */
                action?: components["schemas"]["AuditAction"];
                /** @description About this thing: a domain, a data product, a person. */
                resourceId?: string;
                /** @description At this instant or later. */
                from?: string;
                /** @description Before this instant. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verify_audit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuditVerificationInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditVerification"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_data_products: {
        parameters: {
            query?: {
                /**
                 * @description Parts of words, in any order, of name, readable id, purpose or columns, of the owner's name or e-mail address, or
                 *     of the domain's name; marks and case are ignored.
                 */
                query?: string;
                /** @description Of this domain only. */
                domainId?: components["schemas"]["DomainId"];
                /** @description Those that this person owns only. */
                ownerId?: components["schemas"]["PersonId"];
                /** @description In which order. */
                order?: "name" | "updated" | "rows";
                /** @description The `nextPageToken` of the page before. */
                pageToken?: string;
                /** @description How many things, 1 to 500. */
                pageSize?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountedList_DataProduct"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check_data_product: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DataProductCheckInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataProductCheck"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_data_product: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The product's id or readable id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataProduct"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_data_product: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read. */
                "If-Match": string;
            };
            path: {
                /** @description The product's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DataProductEdit"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataProduct"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_contract: {
        parameters: {
            query?: {
                /** @description That of this version of the product; of the current one if missing. */
                version?: number;
            };
            header?: never;
            path: {
                /** @description The product's id. */
                id: components["schemas"]["DataProductId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/yaml": string;
                    "application/json": unknown;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_contract_changes: {
        parameters: {
            query?: {
                /** @description From that of this version of the product; from the one before `to` if missing. */
                from?: number;
                /** @description To that of this version; to the current one if missing. */
                to?: number;
            };
            header?: never;
            path: {
                /** @description The product's id. */
                id: components["schemas"]["DataProductId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractChanges"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_product_document: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The product's id. */
                id: components["schemas"]["DataProductId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/yaml": string;
                    "application/json": unknown;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_product_profile: {
        parameters: {
            query?: {
                /** @description Its number; the current one if missing. */
                version?: number;
            };
            header?: never;
            path: {
                /** @description The product's id. */
                id: components["schemas"]["DataProductId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductProfile"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_product_quality: {
        parameters: {
            query?: {
                /** @description Its number; the current one if missing. */
                version?: number;
            };
            header?: never;
            path: {
                /** @description The product's id. */
                id: components["schemas"]["DataProductId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductQuality"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_rejects: {
        parameters: {
            query?: {
                /** @description Its number; the current one if missing. */
                version?: number;
            };
            header?: never;
            path: {
                /** @description The product's id. */
                id: components["schemas"]["DataProductId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RejectPage"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_rows: {
        parameters: {
            query?: {
                /** @description Of this version; of the current one if missing. */
                version?: number;
                /** @description Rows to pass over. */
                offset?: number;
                /** @description How many rows, at most 500. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The product's id. */
                id: components["schemas"]["DataProductId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowPage"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_product_versions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The product's id. */
                id: components["schemas"]["DataProductId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_ProductVersion"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_back_version: {
        parameters: {
            query?: {
                /** @description With true, nothing is changed. */
                dryRun?: boolean;
            };
            header?: {
                /** @description Repeats are harmless. */
                "Idempotency-Key"?: string | null;
            };
            path: {
                /** @description The product's id. */
                id: components["schemas"]["DataProductId"];
                /** @description The earlier version's number. */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With dryRun: what would be done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicationPlan"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publication"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_decisions: {
        parameters: {
            query: {
                /** @description The workspace, a domain, a data product or a person. */
                kind: components["schemas"]["ThingKind"];
                /** @description The thing's id; a domain's or data product's readable id will do. The workspace needs none. */
                id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_ExplainedDecision"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_domain_tree: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_DomainOutline"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_domains: {
        parameters: {
            query?: {
                /**
                 * @description Parts of words, in any order, of name, readable id or purpose, of an owner's name or e-mail address, or of the
                 *     name of a domain above; marks and case are ignored.
                 */
                query?: string;
                /** @description Whether those in use, those that are closed, or both. */
                shown?: "all" | "active" | "retired";
                /** @description Those directly below this domain only. */
                parentId?: components["schemas"]["DomainId"];
                /** @description Those of which this person is an owner, not counting roles from above. */
                ownerId?: components["schemas"]["PersonId"];
                /** @description Those with which the asking person may do this. */
                can?: "edit" | "create-subdomain" | "create-data-product";
                /** @description In which order. */
                order?: "name" | "updated" | "products";
                /** @description The `nextPageToken` of the page before. */
                pageToken?: string;
                /** @description How many things, 1 to 500. */
                pageSize?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountedList_Domain"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_domain: {
        parameters: {
            query?: {
                /** @description With true, nothing is changed. */
                dryRun?: boolean;
            };
            header?: {
                /** @description Repeats are harmless. */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DomainInput"];
            };
        };
        responses: {
            /** @description With dryRun: what would become of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DomainCheck"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Domain"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_domain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The domain's id, or its present or a former readable id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Domain"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_domain: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read. */
                "If-Match": string;
            };
            path: {
                /** @description The domain's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DomainEdit"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Domain"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_drafts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Draft"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_draft: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats are harmless. */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The draft's id. */
                id: components["schemas"]["DraftId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_draft: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read. */
                "If-Match": string;
            };
            path: {
                /** @description The draft's id. */
                id: components["schemas"]["DraftId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftEdit"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_draft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The draft's id. */
                id: components["schemas"]["DraftId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stream_events: {
        parameters: {
            query?: never;
            header?: {
                /** @description The last sequence that was seen. */
                "Last-Event-ID"?: number | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_jobs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Job"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stop_job: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The job's id. */
                id: components["schemas"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_notifications: {
        parameters: {
            query?: {
                /** @description With true, those alone that aren't read yet. */
                unread?: boolean;
                /** @description The `nextPageToken` of the page before. */
                pageToken?: string;
                /** @description How many notifications, 1 to 500. */
                pageSize?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationList"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_notifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotificationsRead"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_notification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The notification's id. */
                id: components["schemas"]["NotificationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_people: {
        parameters: {
            query?: {
                /** @description Parts of name or e-mail address, in any order; marks and case are ignored. Words that begin so come first. */
                query?: string;
                /** @description Whether those who are here, those to whom things can be given, or those who left. */
                shown?: "here" | "assignable" | "left";
                /** @description Only those with this role. */
                role?: "administrator" | "steward" | "member" | "viewer" | "none";
                /** @description The `nextPageToken` of the page before. */
                pageToken?: string;
                /** @description How many things, 1 to 500. */
                pageSize?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Person"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_person: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats are harmless. */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    count_people: {
        parameters: {
            query?: {
                /** @description Parts of name or e-mail address, as for the list. */
                query?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleCounts"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_person: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The person's id. */
                id: components["schemas"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_person: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read. */
                "If-Match": string;
            };
            path: {
                /** @description The person's id. */
                id: components["schemas"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonEdit"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_holdings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The person's id. */
                id: components["schemas"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Holdings"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_sign_in_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The person's id. */
                id: components["schemas"]["PersonId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInLink"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_plans: {
        parameters: {
            query: {
                /** @description The domain or person that the plans are about. */
                subject: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_AppliedPlan"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    apply_plan: {
        parameters: {
            query?: {
                /** @description With true, nothing is changed. */
                dryRun?: boolean;
            };
            header?: {
                /** @description Repeats are harmless. */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanRequest"];
            };
        };
        responses: {
            /** @description With dryRun: what it would do. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppliedPlan"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The plan's id. */
                id: components["schemas"]["PlanId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppliedPlan"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undo_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The plan's id. */
                id: components["schemas"]["PlanId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppliedPlan"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_policies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_PolicyRule"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_publications: {
        parameters: {
            query?: {
                /** @description Of this product only. */
                dataProductId?: components["schemas"]["DataProductId"];
                /** @description In this state only. */
                state?: components["schemas"]["PublicationState"];
                /** @description The `nextPageToken` of the page before. */
                pageToken?: string;
                /** @description How many things, 1 to 500. */
                pageSize?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Publication"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_publication: {
        parameters: {
            query?: {
                /** @description With true, nothing is changed. */
                dryRun?: boolean;
            };
            header?: {
                /** @description Repeats are harmless. */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublicationInput"];
            };
        };
        responses: {
            /** @description With dryRun: what would be done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicationPlan"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publication"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_publication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The publication's id. */
                id: components["schemas"]["PublicationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publication"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_publication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The publication's id. */
                id: components["schemas"]["PublicationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publication"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resume_publication: {
        parameters: {
            query?: {
                /** @description Whether rules that rows break only warn from now on, so that they don't keep this version from being published. */
                rulesWarn?: boolean;
            };
            header?: never;
            path: {
                /** @description The publication's id. */
                id: components["schemas"]["PublicationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Publication"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_publishing_policies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_PublishingPolicy"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_publishing_policy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What is asked. */
                code: components["schemas"]["PublishingPolicyCode"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishingPolicyEdit"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishingPolicy"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search: {
        parameters: {
            query?: {
                /** @description Words or beginnings of words; one typo in each is forgiven. */
                q?: string;
                /** @description How many hits, at most 100. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchAnswer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_service_accounts: {
        parameters: {
            query?: {
                /** @description The `nextPageToken` of the page before. */
                pageToken?: string;
                /** @description How many things, 1 to 500. */
                pageSize?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_ServiceAccount"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_service_account: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats are harmless. */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceAccountInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceAccount"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_service_account: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The service account's id. */
                id: components["schemas"]["ServiceAccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceAccount"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_service_account: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read. */
                "If-Match": string;
            };
            path: {
                /** @description The service account's id. */
                id: components["schemas"]["ServiceAccountId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceAccountInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceAccount"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_service_account: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The service account's id. */
                id: components["schemas"]["ServiceAccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_service_account_tokens: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The service account's id. */
                id: components["schemas"]["ServiceAccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_AccessToken"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_service_account_token: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The service account's id. */
                id: components["schemas"]["ServiceAccountId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccessTokenInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessTokenCreated"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_service_account_token: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The service account's id. */
                id: components["schemas"]["ServiceAccountId"];
                /** @description The token's id. */
                tokenId: components["schemas"]["AccessTokenId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Credentials"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    switch_persona: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonaChoice"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    complete_set_up: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetUpCompletion"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    redeem_set_up_link: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetUpCode"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetUpRedeemed"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_teams: {
        parameters: {
            query?: {
                /** @description The `nextPageToken` of the page before. */
                pageToken?: string;
                /** @description How many things, 1 to 500. */
                pageSize?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Team"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_team: {
        parameters: {
            query?: {
                /** @description With true, nothing is changed. */
                dryRun?: boolean;
            };
            header?: {
                /** @description Repeats are harmless. */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TeamInput"];
            };
        };
        responses: {
            /** @description With dryRun: what would become of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamCheck"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_team: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The team's id or readable id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_team: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read. */
                "If-Match": string;
            };
            path: {
                /** @description The team's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TeamInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Team"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_team: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read. */
                "If-Match": string;
            };
            path: {
                /** @description The team's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_upload: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats are harmless. */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UploadInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_upload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The upload's id. */
                id: components["schemas"]["UploadId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_upload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The upload's id. */
                id: components["schemas"]["UploadId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    append_upload: {
        parameters: {
            query: {
                /** @description How many bytes come before it: what was received so far. */
                offset: number;
            };
            header?: never;
            path: {
                /** @description The upload's id. */
                id: components["schemas"]["UploadId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": number[];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_upload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The upload's id. */
                id: components["schemas"]["UploadId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preview"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_upload_as: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The upload's id. */
                id: components["schemas"]["UploadId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IntakeChoices"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preview"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check_upload_rules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The upload's id. */
                id: components["schemas"]["UploadId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleCheckInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleChecks"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    survey_upload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The upload's id. */
                id: components["schemas"]["UploadId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IntakeChoices"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileSurvey"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_workers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workers"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_workspace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_workspace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkspaceEdit"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_backup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BackupInput"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Backup"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_backup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The backup's id. */
                id: components["schemas"]["BackupId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Backup"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_backup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The backup's id. */
                id: components["schemas"]["BackupId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    save_backup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The backup's id. */
                id: components["schemas"]["BackupId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": number[];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
