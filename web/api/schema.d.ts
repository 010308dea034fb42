// Written from the API document by `npm run sync`.

export interface paths {
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, and what they may do */
        get: operations["getSession"];
        put?: never;
        /** Sign in; the session is a cookie */
        post: operations["signIn"];
        /** Sign out */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/others": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out everywhere else */
        delete: operations["signOutOthers"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where I am signed in */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of my sessions */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one can sign in with here */
        get: operations["listSignInWays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/passkey/question": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What to ask the browser’s passkeys, to sign in or to prove oneself */
        post: operations["askPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with a passkey */
        post: operations["signInWithPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/step-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove that it is you: the second half of a sign-in, and for ten minutes whatever needs a recent proof */
        post: operations["stepUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Send the browser to the staff’s organisation */
        get: operations["signInWithOidc"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/oidc/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organisation’s answer; opens the session */
        get: operations["endOidc"];
        put?: never;
        post?: never;
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
        /** Everybody with an account, newest first */
        get: operations["listPeople"];
        put?: never;
        /** Create an artist account; a mail proves the address */
        post: operations["signUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Invite somebody by mail; the link works once, for seven days */
        post: operations["invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give somebody exactly these roles; a new administrator needs a second person */
        put: operations["changeRoles"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/role-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Proposals that wait for a second person */
        get: operations["listRoleChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/role-changes/{id}/{verb}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm or withdraw such a proposal */
        post: operations["actOnRoleChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close an account; its sessions end at once, its keys with them */
        post: operations["closeAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a closed account again */
        post: operations["reopenAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/end-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign somebody out everywhere */
        post: operations["endSessionsOf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/clear-second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take away second factors that somebody lost; they are signed out and set up new ones */
        post: operations["clearSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send an invitation again; the earlier link stops working */
        post: operations["inviteAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove an address by the link of the mail */
        post: operations["verifyEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/verification/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the mail of the sign-up again */
        post: operations["resendVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a mail with a link to a new password */
        post: operations["requestPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/reset/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a new password by the link of the mail */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change my password; my other sessions end */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the invitation of a mail offers */
        post: operations["lookAtInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer an invitation with a name and a password */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/security": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What protects my account */
        get: operations["getSecurity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/code-app": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to set up an authenticator app */
        post: operations["beginCodeApp"];
        /** Remove the authenticator app */
        delete: operations["removeCodeApp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/code-app/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm the app by its first code */
        post: operations["confirmCodeApp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ten new recovery codes; earlier ones stop working */
        post: operations["makeRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/passkeys/question": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What to ask the browser for a new passkey */
        post: operations["askForNewPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep the passkey that the browser has made */
        post: operations["addPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a passkey */
        delete: operations["removePasskey"];
        options?: never;
        head?: never;
        /** Give a passkey another name */
        patch: operations["renamePasskey"];
        trace?: never;
    };
    "/api/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My API keys, newest first */
        get: operations["listKeys"];
        put?: never;
        /** Create an API key; its secret is in this answer only */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{id}/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Where one of my keys may be used from */
        put: operations["setKeyPlaces"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replace a key; the old one works for 24 hours more unless it leaked */
        post: operations["rotateKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop one of my keys for ever */
        post: operations["revokeKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop anybody's key, with a reason its owner reads */
        post: operations["stopKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** API keys of one person */
        get: operations["listKeysOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Keys in wrong hands, newest first */
        get: operations["listIncidents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One incident: timeline, evidence, blast radius */
        get: operations["getIncident"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The key was in wrong hands: it is over, and what came of it stays hidden */
        post: operations["confirmIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** It was its owner: withheld results are given out; the key itself is never revived */
        post: operations["dismissIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{id}/quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put anybody's key in quarantine, with a reason */
        post: operations["quarantineKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/signals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is watched about keys, and what it led to */
        get: operations["listSignals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/signals/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Enforce a signal, only observe it, or switch it off */
        put: operations["setSignalMode"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leaks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Report a key that was found where it should not be */
        post: operations["reportLeak"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leaks/pattern": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How to recognise a key of Atelier in a text */
        get: operations["getKeyPattern"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/security.txt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where to report what is wrong (RFC 9116) */
        get: operations["getSecurityTxt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/traps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Keys laid out as bait */
        get: operations["listTraps"];
        put?: never;
        /** Make a key that is nobody’s, to lay out as bait */
        post: operations["layTrap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/github/secret-scanning": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** GitHub secret scanning partner endpoint */
        post: operations["reportFromGithub"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/gitlab/revocable_token_types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** GitLab token revocation: kinds of keys */
        get: operations["listRevocableTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/gitlab/revoke_tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** GitLab token revocation endpoint */
        post: operations["revokeFromGitlab"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/worker-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Keys of machines that render, newest first */
        get: operations["listWorkerKeys"];
        put?: never;
        /** A key for workers of one pool; its secret is in this answer only */
        post: operations["createWorkerKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/worker-keys/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a worker key for ever, and the tokens made from it */
        post: operations["stopWorkerKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Recompute the chain of seals and name the first altered or missing entry */
        get: operations["verifyAuditLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/chain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the log is sealed and promised */
        get: operations["getAuditChain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest signed checkpoint of the audit log: keep it, and nobody can rewrite what came before */
        get: operations["getAuditCheckpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Consequential acts, newest first */
        get: operations["listAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Consequential acts as CSV, newest first */
        get: operations["downloadAuditLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every kind of act in the log */
        get: operations["listAuditActs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One act, and the seal over it */
        get: operations["getAuditEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/draws": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Draws, newest first */
        get: operations["listDraws"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/draws/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One draw */
        get: operations["getDraw"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/draws/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was published, as the text that verifiers read */
        get: operations["getDrawFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/draws/{id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole order, one line a place */
        get: operations["getDrawResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Statements of reasons: my own, or all for staff */
        get: operations["listReasons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reasons/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One statement of reasons, whole */
        get: operations["getReasons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reasons/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a file to keep */
        get: operations["getReasonsFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reasons-export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Statements in the schema of the EC transparency database */
        get: operations["exportReasons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reasons/{id}/appeals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a second look by another person */
        post: operations["appealReasons"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hearings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My appeals; for staff what waits for a hearing */
        get: operations["listHearings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hearings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One appeal, with what is appealed and what was said */
        get: operations["getHearing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hearings/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say something to the other side */
        post: operations["writeInHearing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hearings/{id}/{verb}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an appeal, answer it with reasons, or withdraw it */
        post: operations["moveHearing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/second-looks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Decisions that wait for somebody outside of the line */
        get: operations["listSecondLooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/second-looks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One second look */
        get: operations["getSecondLook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/second-looks/{id}/{verb}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm a decision, or reject it, with reasons */
        post: operations["decideSecondLook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pauses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every pause of a programme there was, in public */
        get: operations["listPauses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs/{id}/pauses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose to pause a programme; it happens when a second person confirms */
        post: operations["proposePause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pauses/{id}/{verb}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm, withdraw or end a pause */
        post: operations["actOnPause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs/{id}/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish the next version of the terms */
        post: operations["publishTerms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs/{id}/rate-cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every rate card, newest first */
        get: operations["listRateCards"];
        put?: never;
        /** Publish the next price list */
        post: operations["publishRateCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs/{id}/quota-plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish the next quota plan */
        post: operations["publishQuotaPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs/{id}/mark-policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish the next mark policy */
        post: operations["publishMarkPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that was ever published, newest first */
        get: operations["listProgramVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs/{id}/model-policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish which providers and models may render */
        post: operations["publishModelPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs/{id}/review-policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish how artists are selected */
        post: operations["publishReviewPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs/{id}/rate-cards/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One version of the rate card, with its hash */
        get: operations["getRateCard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs/{id}/rate-card-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed between two rate cards */
        get: operations["compareRateCards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs/{id}/terms-lint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What keeps clauses from being published, and what they change */
        post: operations["lintTerms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs/{id}/terms-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed between two versions, word by word */
        get: operations["compareTerms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs/{id}/terms/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One version of the terms, with its hash */
        get: operations["getTermsVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs/{id}/terms/{version}/{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One version of the terms as Markdown or PDF */
        get: operations["downloadTerms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs/{id}/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is being written for a programme */
        get: operations["listDrafts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs/{id}/drafts/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The draft of one document, with its ETag */
        get: operations["getDraft"];
        /** Save the draft of one document */
        put: operations["saveDraft"];
        post?: never;
        /** Throw the draft of one document away */
        delete: operations["discardDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs/{id}/cohorts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The cohorts of a programme, by their start */
        get: operations["listCohorts"];
        put?: never;
        /** Form a cohort */
        post: operations["createCohort"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs/{id}/cohorts/{cohortId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change name, dates or seats of a cohort */
        patch: operations["changeCohort"];
        trace?: never;
    };
    "/api/v1/program-states": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each state of a programme allows */
        get: operations["listProgramStates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A programme, by id or slug, with the versions in force */
        get: operations["getProgram"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change name, model, dates or seats of a programme */
        patch: operations["changeProgram"];
        trace?: never;
    };
    "/api/v1/programs/{id}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prepare a programme after the pattern of another */
        post: operations["copyProgram"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs/{id}/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every date of a programme in one list */
        get: operations["getProgramCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs/{id}/calendar.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The dates of a programme as iCalendar */
        get: operations["downloadProgramCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Programmes, newest first */
        get: operations["listPrograms"];
        put?: never;
        /** Prepare a programme */
        post: operations["createProgram"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs/{id}/funding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Book money that came into the fund */
        post: operations["fundProgram"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs/{id}/fund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the programme has to pay with */
        get: operations["getFund"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs/{id}/{verb}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open, start, close or finish a programme */
        post: operations["moveProgram"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs/{id}/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask to join a programme */
        post: operations["applyToProgram"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My applications, or all for those who select */
        get: operations["listApplications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One application */
        get: operations["getApplication"];
        /** Save a draft */
        put: operations["saveApplication"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{id}/{verb}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Submit, take back, withdraw, review, invite, waitlist or decline */
        post: operations["moveApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a file into a draft */
        post: operations["addApplicationFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{id}/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file of an application, as it was handed in */
        get: operations["getApplicationFile"];
        put?: never;
        post?: never;
        /** Take a file out of a draft */
        delete: operations["removeApplicationFile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs/{id}/application-form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Questions, conditions and promises, before you write */
        get: operations["getApplicationForm"];
        put?: never;
        /** Publish the next version of the form */
        post: operations["publishApplicationForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs/{id}/application-form-lint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What is wrong with a form that is being written */
        post: operations["lintApplicationForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs/{id}/eligibility": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether you can take part; nothing is kept */
        post: operations["checkEligibility"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs/{id}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations to a programme */
        get: operations["listProgramInvitations"];
        put?: never;
        /** Hold out a seat to one address */
        post: operations["inviteToProgram"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/program-invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations to my address */
        get: operations["listMyInvitations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/program-invitations/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the seat; the terms come next */
        post: operations["acceptProgramInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/program-invitations/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an open invitation back */
        post: operations["withdrawProgramInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/application-reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Applications you were asked to score, blind */
        get: operations["listApplicationReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/application-reviews/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One application to score, blind */
        get: operations["getApplicationReview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/application-reviews/{id}/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file of an application you score */
        get: operations["getReviewedFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/application-reviews/{id}/{verb}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Complete, change, or recuse yourself */
        post: operations["moveApplicationReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs/{id}/selection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the selection of a programme is */
        get: operations["getSelection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/applications/{id}/review-notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Scores and notes for the panel, without who wrote them */
        get: operations["getReviewNotes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs/{id}/selection/panel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put somebody on the panel */
        post: operations["addApplicationPanelist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs/{id}/selection/panel/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take somebody off who was not asked yet */
        delete: operations["removeApplicationPanelist"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs/{id}/selection/hand-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give submitted applications to the panel, at random */
        post: operations["handOutApplications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs/{id}/selection/draw/{step}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Commit to a draw, publish its list, hold it, or cancel it */
        post: operations["stepPlacesDraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs/{id}/cohorts/{cohortId}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How full a cohort is */
        get: operations["countCohortMembers"];
        put?: never;
        /** Admit enrolled artists together; all of them or none */
        post: operations["admitToCohort"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rulings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was ruled, without names; searchable */
        get: operations["searchRulings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rulings/numbers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many questions were answered, and how many in time */
        get: operations["countRulings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rulings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One ruling, without names */
        get: operations["getRuling"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My questions, newest first */
        get: operations["listQuestions"];
        put?: never;
        /** Ask “May I?” */
        post: operations["askQuestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/questions/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for a ruling, the most urgent first */
        get: operations["listQuestionQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/questions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One question, to whoever asked it or rules */
        get: operations["getQuestion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/questions/{id}/rule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rule: yes, no, or yes with conditions */
        post: operations["ruleOnQuestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/questions/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a question back */
        post: operations["withdrawQuestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enrollments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My enrollments, or all for managers */
        get: operations["listEnrollments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enrollments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One enrollment */
        get: operations["getEnrollment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enrollments/{id}/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The terms in force, and the obligations card */
        get: operations["getEnrollmentTerms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enrollments/{id}/consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept the terms in force */
        post: operations["consentToTerms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enrollments/{id}/{verb}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pause, resume, leave, suspend or reinstate */
        post: operations["moveEnrollment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quota": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Credits left, the plan in force, and everything that moved */
        get: operations["getQuota"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quota/{enrollmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Credits of one artist, for staff */
        get: operations["getQuotaOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The published price table in force */
        get: operations["getPrices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prices/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every published price table, for staff */
        get: operations["listPrices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs/{id}/credits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Credits of a whole programme: granted, spent, expired, given back, held and left */
        get: operations["getProgramCredits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quota/{enrollmentId}/top-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give one artist extra credits, with a reason */
        post: operations["topUpQuota"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generations/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Changes of all own clips as they happen */
        get: operations["watchGenerations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generations/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Changes of one clip as they happen */
        get: operations["watchGeneration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generations/eta-accuracy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How well expected times held, by day */
        get: operations["getEtaAccuracy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generations/keeper-rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Attempts, minutes and credits for each keeper, by style and model; for managers by artist too */
        get: operations["getKeeperRates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generations/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own project names with the number of clips and keepers */
        get: operations["listProjects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generations/quote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a request would cost, without making it */
        post: operations["quoteGeneration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own clips, newest first */
        get: operations["listGenerations"];
        put?: never;
        /** Ask for one to eight variations of a clip */
        post: operations["submitGeneration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One clip */
        get: operations["getGeneration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generations/{id}/wait": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why a clip waits and for how long, in numbers */
        get: operations["getWait"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generations/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a clip; its credits are free at once */
        post: operations["cancelGeneration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generations/{id}/keeper": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark a finished clip usable, or take the mark back */
        post: operations["markKeeper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generations/{id}/promote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the final of a draft, with the same seed */
        post: operations["promoteDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generations/{id}/unusable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark a finished clip unusable; its credits come back */
        post: operations["markUnusable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generations/{id}/video": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The MP4; supports range requests */
        get: operations["getGenerationVideo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generations/{id}/poster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One frame as JPEG */
        get: operations["getGenerationPoster"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generations/{id}/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Nine frames as one JPEG */
        get: operations["getGenerationSheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generations/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An address of the MP4 for ten minutes that needs no credential: for downloads and players */
        get: operations["getGenerationLink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How full each pool of workers is */
        get: operations["listPools"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pools/line": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who waits, by artist: how many clips, since when, and under which caps */
        get: operations["listLine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every renderer: health, circuit, load and last error */
        get: operations["listProviders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/providers/leases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has the right to which clip at present */
        get: operations["listLeases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/providers/{key}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last moves of its circuit, newest first */
        get: operations["getProviderHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/providers/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Pin, weigh or drain a renderer */
        put: operations["setProvider"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/providers/{key}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send it nothing until it is resumed */
        post: operations["pauseProvider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/providers/{key}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let it render again */
        post: operations["resumeProvider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/providers/{key}/self-test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask it now whether it would serve us */
        post: operations["testProvider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/vendor-hooks/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A signed message of a vendor: brings the next look forward */
        post: operations["tellOfRender"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/styles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The styles there are, with how often their clips are kept */
        get: operations["listStyles"];
        put?: never;
        /** Draft a style, or the next version of one */
        post: operations["draftStyle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/styles/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every version of every style */
        get: operations["listStyleVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/styles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a draft */
        put: operations["changeStyle"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/styles/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish a draft; it never changes afterwards */
        post: operations["publishStyle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/styles/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Offer a version no longer */
        post: operations["retireStyle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/references": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep a picture that clips may start from */
        post: operations["uploadReference"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/references/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An own picture */
        get: operations["getReference"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generations/{id}/lineage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a clip comes from and what came of it */
        get: operations["getLineage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/worker/v1/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Exchange a worker key for a token; say what you can */
        post: operations["registerWorker"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/worker/v1/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new token before the old one ends */
        post: operations["renewWorkerToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/worker/v1/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Wait for clips to render */
        post: operations["claimJobs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/worker/v1/jobs/{id}/heartbeat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep a clip; hear whether to stop */
        post: operations["beatJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/worker/v1/jobs/{id}/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An address to upload exactly one file to */
        post: operations["offerUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/worker/v1/jobs/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Deliver the uploaded file */
        post: operations["completeJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/worker/v1/jobs/{id}/fail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The attempt has failed, and why */
        post: operations["failJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/worker/v1/jobs/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand a clip back unfinished, as nobody’s fault */
        post: operations["releaseJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/worker/v1/drain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** No more clips; finish those in hand */
        post: operations["drainSelf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/worker/v1/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** This worker ends */
        post: operations["leavePool"];
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
        /** Remote workers and the clips they hold */
        get: operations["listWorkers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers/{id}/{verb}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Drain a worker, take it out for maintenance, let it work again */
        post: operations["actOnWorker"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/storage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the files take, and what the last look through them found */
        get: operations["getStorage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generations/{id}/provenance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a clip comes from and how it is marked */
        get: operations["getProvenance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/generations/{id}/manifest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The C2PA manifest store of the file, as JSON */
        get: operations["getManifest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/provenance/signer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** With what this installation signs, and who vouches for it */
        get: operations["getSigner"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/provenance/credit-line": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether and how the records of one’s clips name one */
        get: operations["getCreditLine"];
        /** Be named in the records of clips to come, or not */
        put: operations["setCreditLine"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/provenance/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the nightly look at stored files found */
        get: operations["listFileChecks"];
        put?: never;
        /** Look at the five stored files that waited longest, now */
        post: operations["checkFiles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a file with this hash was delivered here */
        get: operations["verifyHash"];
        put?: never;
        /** Whether a file was delivered here, and whether it was altered; the file is not kept */
        post: operations["verifyFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/videos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own videos */
        get: operations["listVideos"];
        put?: never;
        /** Ask for a video */
        post: operations["createVideo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/videos/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One video */
        get: operations["retrieveVideo"];
        put?: never;
        post?: never;
        /** Stop a video, or remove its files for good */
        delete: operations["deleteVideo"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/videos/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The MP4, its thumbnail or its contact sheet */
        get: operations["downloadVideo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The models there are */
        get: operations["listModels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/models/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One model */
        get: operations["retrieveModel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Claim the one with the nearest deadline that is free; nobody else gets the same */
        post: operations["claimNextSubmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions/conflicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Conflicts of interest that one declared */
        get: operations["listReviewConflicts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions/conflicts/{conflictId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a declared conflict back */
        delete: operations["withdrawReviewConflict"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take one’s own verdict back before it leaves; the claim begins anew */
        post: operations["undoDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions/{id}/skip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pass it on with a reason; it is not offered again to the same person for a day */
        post: operations["skipSubmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions/{id}/recuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Declare a conflict of interest with its artist, whoever that is */
        post: operations["recuseFromSubmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note something at a frame or over a range */
        post: operations["addReviewNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions/{id}/notes/{noteId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take one’s own note away */
        delete: operations["removeReviewNote"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review-desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One’s own settings: blur, sound, grey, keys, breaks, saved filters */
        get: operations["getReviewDesk"];
        /** Keep one’s own settings */
        put: operations["setReviewDesk"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/showcase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is shown now, and how evenly slots were spread */
        get: operations["getShowcase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/showcase-rounds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rounds of the showcase with their rules, newest first */
        get: operations["listShowcaseRounds"];
        put?: never;
        /** Publish the rules of a round, and for a draw the hash of its seed */
        post: operations["planShowcaseRound"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/showcase-rounds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One round: its list, the order, and what became of each entry */
        get: operations["getShowcaseRound"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/showcase-rounds/{id}/steps/{step}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close the list, fill the slots (each is a licence and paid), or cancel the round */
        post: operations["takeShowcaseStep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/own-consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one’s own works may be used for, with prices and the licences that were granted */
        get: operations["listOwnConsents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/works/{id}/consents/{use}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Agree to a use of one’s own work at its price */
        put: operations["giveConsent"];
        post?: never;
        /** Take back one’s consent: running licences for the use end at once, what they earned stays */
        delete: operations["revokeConsent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/licences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Licences that were granted, newest first */
        get: operations["listLicences"];
        put?: never;
        /** Take a use of a work that its artist agrees to; it is paid for once by the rate card */
        post: operations["grantLicence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consenting-works": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Works whose artists agree to a use, with the price they agreed to */
        get: operations["listConsentingWorks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions/{id}/appeals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a second look by another person */
        post: operations["fileAppeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appeals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One’s own; for reviewers what waits for a hearing */
        get: operations["listAppeals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appeals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One appeal */
        get: operations["getAppeal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appeals/{id}/{verb}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an appeal, or answer it with reasons */
        post: operations["moveAppeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One’s own; for reviewers the queue by deadline */
        get: operations["listSubmissions"];
        put?: never;
        /** Offer a keeper for sharing, with its rights stated */
        post: operations["createSubmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What is missing before it can be handed in, and how it would be looked at; keeps nothing */
        post: operations["checkSubmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A submission with clip, rules, reasons and what may be done now */
        get: operations["getSubmission"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same for a draft, or for changes that were asked for */
        post: operations["checkSubmissionChanges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand in a draft */
        post: operations["submitSubmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions/{id}/resubmit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand in again, with the requested changes */
        post: operations["resubmitSubmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take one’s own submission back */
        post: operations["withdrawSubmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions/{id}/takeDown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a published work down, with a statement of reasons */
        post: operations["takeDownSubmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions/{id}/{verb}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Claim, release, escalate, decide; the workflow says why not */
        post: operations["moveSubmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/works": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public gallery, newest first */
        get: operations["listWorks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/works/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One public work */
        get: operations["getWork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/works/{slug}/video": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The clip; range requests are answered */
        get: operations["getWorkVideo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/works/{slug}/poster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The still image */
        get: operations["getWorkPoster"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/works/{slug}/pictures/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The still image in a width, or as the 1200 × 630 picture of a share card */
        get: operations["getWorkPicture"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/works/{slug}/provenance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a public work comes from and how it is marked */
        get: operations["getWorkProvenance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/works/{slug}/manifest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The C2PA manifest store of its file, as JSON */
        get: operations["getWorkManifest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/own-works": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One’s own works, public or not, newest first */
        get: operations["listOwnWorks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/own-works/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of one’s own works, with what only its artist sees */
        get: operations["getOwnWork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/works/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change licence and tags of one’s own work */
        patch: operations["describeWork"];
        trace?: never;
    };
    "/api/v1/works/{id}/unlist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take one’s own work out of the public, at once */
        post: operations["unlistWork"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/works/{id}/relist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show one’s own work again */
        post: operations["relistWork"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/own-farewells": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What becomes of one’s own works on leaving, by programme */
        get: operations["listFarewells"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs/{id}/own-farewell": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Choose what becomes of one’s own works on leaving; after it, at once */
        put: operations["chooseFarewell"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions/{id}/press-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Links for the press to one’s own work, with how often each was opened */
        get: operations["listPressLinks"];
        put?: never;
        /** Make a link for the press: to a work under embargo, or one that is not listed */
        post: operations["createPressLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/press-links/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a link for the press, at once */
        delete: operations["endPressLink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/press/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a link for the press shows; each opening is counted */
        get: operations["openPressLink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/press/{token}/video": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The clip behind a link for the press */
        get: operations["getPressVideo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/press/{token}/poster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The still image behind a link for the press */
        get: operations["getPressPoster"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/works.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest works as RSS 2.0; filters as in the gallery */
        get: operations["getWorksRss"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/works.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest works as JSON Feed 1.1; filters as in the gallery */
        get: operations["getWorksJsonFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/works/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The portal’s page of a work, with its share card in the head */
        get: operations["getWorkPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/embed/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A work for a frame on another page: no script, no cookie */
        get: operations["getEmbedPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/oembed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** oEmbed 1.0 for the address of a work */
        get: operations["getOembed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/gallery-words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tags and licences to narrow the gallery by */
        get: operations["getGalleryWords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/curated-works": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All works with where they stand, for those who look after the gallery */
        get: operations["listCuratedWorks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approval-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Grounds, table of risk and clocks: by what rules it is decided, now or in an older version */
        get: operations["getApprovalPolicy"];
        put?: never;
        /** Publish the next version: it holds for what is handed in from now on */
        post: operations["publishApprovalPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approval-numbers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts, clocks and overturn rate, for staff */
        get: operations["getApprovalNumbers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approval-numbers/clocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Time to the first look and to the decision, share in target over 90 days, by cohort */
        get: operations["getReviewClocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approval-numbers/parity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether critical works are approved as often as favourable ones, with confidence intervals */
        get: operations["getOpinionParity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One’s own; for who triages what waits for a decision */
        get: operations["listFeedback"];
        put?: never;
        /** Report an issue, an idea, praise, harm, or a question of rights */
        post: operations["fileFeedback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was said before and may be the same: to look at before sending */
        get: operations["findSimilarFeedback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One item of feedback */
        get: operations["getFeedback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback/{id}/answerInfo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer the question that was asked about one’s own feedback */
        post: operations["answerFeedbackInfo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback/{id}/{verb}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Triage, accept, decline, merge, ask, plan, ship; the workflow says why not */
        post: operations["moveFeedback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback-files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep a picture, PDF, text or MP4 to go with feedback or a task */
        post: operations["uploadFeedbackFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback-files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file of feedback or of a task */
        get: operations["getFeedbackFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/earnings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you earned, newest first */
        get: operations["listMyEarnings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/finance/earnings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Earnings of everybody, newest first */
        get: operations["listEarnings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/earnings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An earning with everything behind it */
        get: operations["getEarning"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/earnings.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your earnings as CSV
         * @description RFC 4180, UTF-8, one row per earning, newest first, and a last row per currency with TOTAL in the first column. Text that a spreadsheet would run as a formula begins with an apostrophe. amount is decimal, *_minor are integers.
         */
        get: operations["downloadMyEarnings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/finance/earnings.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Earnings of everybody as CSV, by the filters of the list
         * @description RFC 4180, UTF-8, one row per earning, newest first, and a last row per currency with TOTAL in the first column. Text that a spreadsheet would run as a formula begins with an apostrophe. amount is decimal, *_minor are integers.
         */
        get: operations["downloadEarnings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/finance/earning-totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count and sums of earnings, by the filters of the list */
        get: operations["sumEarnings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/finance/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Corrections of earnings, newest first */
        get: operations["listCorrections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/finance/earnings/{id}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that an earning is wrong; another person confirms */
        post: operations["proposeCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/finance/corrections/{id}/{verb}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm or withdraw a correction, or answer an objection */
        post: operations["actOnCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/earnings/{id}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Object to the correction of your earning; a third person answers */
        post: operations["objectToCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs/{id}/earnings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pay an appearance, or make good for a fault, by the rate card */
        post: operations["giveByCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tax/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which forms there are, and from which sums on they count */
        get: operations["getTaxRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/tax": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your residence, your forms, and what waits for one */
        get: operations["getMyTax"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/tax/residence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say where you are resident for tax */
        put: operations["setTaxResidence"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/tax/forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand in a tax form */
        post: operations["handInTaxForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/finance/tax/forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tax forms, newest first */
        get: operations["listTaxForms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/finance/tax/missing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whose money waits for a form, and why */
        get: operations["listMissingTaxForms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/finance/tax/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask somebody for a form */
        post: operations["requestTaxForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/finance/tax/forms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a form says; looking at it is noted */
        get: operations["getTaxForm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/finance/tax/forms/{id}/{verb}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept or reject a form, or ask for it again */
        post: operations["actOnTaxForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs/{id}/tax-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** By whose rules a programme pays, and what it withheld */
        get: operations["getTaxSettings"];
        /** Say by whose rules a programme pays */
        put: operations["setTaxSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/programs/{id}/tax-remittances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was passed on to tax offices */
        get: operations["listTaxRemittances"];
        put?: never;
        /** Book what was passed on to a tax office */
        post: operations["remitTax"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/{id}/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your applications to a call; all of them, blind, for those who judge */
        get: operations["listCallApplications"];
        put?: never;
        /** Ask for a grant; keeps a draft unless `submit` is set */
        post: operations["applyToCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/call-applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your applications to every call */
        get: operations["listMyCallApplications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/call-applications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One application */
        get: operations["getCallApplication"];
        /** Rewrite a draft */
        put: operations["updateCallApplication"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/call-applications/{id}/finalist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Name a finalist; the stipend is earned at once */
        post: operations["nameFinalist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/call-applications/{id}/{verb}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand in, take back, withdraw; award, reserve, decline or revise */
        post: operations["moveCallApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/feed.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open calls as JSON Feed 1.1 */
        get: operations["getCallFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Calls for grants, newest first */
        get: operations["listCalls"];
        put?: never;
        /** Prepare a call for grants */
        post: operations["createCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One call */
        get: operations["getCall"];
        /** Rewrite a call that is not open yet */
        put: operations["updateCall"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/{id}/judging": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Panel, conflicts, reviews and ranking of a call, blind */
        get: operations["getJudging"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/{id}/panel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put somebody on the panel */
        post: operations["addPanelist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/{id}/panel/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take somebody without reviews off the panel */
        delete: operations["removePanelist"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/{id}/ranking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the ranking; reviews stand still after it */
        post: operations["rankCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/{id}/{verb}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open, close, decide or cancel a call */
        post: operations["moveCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/{id}/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Questions about a call and their answers */
        get: operations["listCallQuestions"];
        put?: never;
        /** Ask in public, without your name */
        post: operations["askAboutCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/call-questions/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer in public */
        post: operations["answerCallQuestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grant-reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Applications you were asked to review, blind */
        get: operations["listGrantReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grant-reviews/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One application to review, blind */
        get: operations["getGrantReview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grant-reviews/{id}/{verb}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Complete, reopen, or recuse oneself */
        post: operations["moveGrantReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grant-panels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Calls you are on the panel of */
        get: operations["listGrantPanels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grant-panels/{callId}/declarations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say whom you cannot judge */
        post: operations["declareConflict"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grant-panels/{callId}/declarations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take back whom you said you cannot judge */
        delete: operations["withdrawDeclaration"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/awards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your awards; everybody’s for those who run the programme */
        get: operations["listAwards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/awards/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One award with its agreement and steps */
        get: operations["getAward"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/awards/{id}/amendments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose other steps for what is not paid yet */
        post: operations["proposeAmendment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/amendments/{id}/{verb}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agree to a change of steps, or reject it */
        post: operations["moveAmendment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/milestones/{id}/{verb}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand in evidence, accept it, or ask for changes */
        post: operations["moveMilestone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/awards/{id}/{verb}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept, turn down, report, end, appeal, answer an appeal */
        post: operations["moveAward"];
        delete?: never;
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
        /** Events, newest first */
        get: operations["listEvents"];
        put?: never;
        /** Prepare an event */
        post: operations["createEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One event */
        get: operations["getEvent"];
        /** Rewrite an event that is not open yet */
        put: operations["updateEvent"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/calendar.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The event as a calendar file */
        get: operations["getEventCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/{verb}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open, close, settle or cancel an event */
        post: operations["moveEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/seats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your seat; all of them for those who run the event */
        get: operations["listEventSeats"];
        put?: never;
        /** Ask for a seat */
        post: operations["askForSeat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/seats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your seats at every event */
        get: operations["listMySeats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/seats/{id}/expenses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Claim what attending cost */
        post: operations["claimExpense"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/expenses/{id}/{verb}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve or decline expenses */
        post: operations["moveExpense"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/seats/{id}/{verb}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a seat up, or mark who came */
        post: operations["moveSeat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grant-numbers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How evenly grants and seats are spread, and how fast */
        get: operations["getGrantNumbers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payout-batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payout batches, newest first */
        get: operations["listPayoutBatches"];
        put?: never;
        /** Put everything that is due into a batch */
        post: operations["draftPayoutBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payout-batches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A batch with its payouts */
        get: operations["getPayoutBatch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payout-batches/{id}/{verb}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve, cancel, send, pause, resume or stop a batch */
        post: operations["actOnPayoutBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payouts, newest first */
        get: operations["listPayouts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payouts to you, newest first */
        get: operations["listMyPayouts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payouts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A payout with its earnings, postings and attempts */
        get: operations["getPayout"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payouts/{id}/{verb}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go on with a payout that is on hold */
        post: operations["actOnPayout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statements/{month}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your statement of a month; CSV with Accept: text/csv */
        get: operations["getMyStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/finance/statements/{personId}/{month}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An artist’s statement of a month; CSV with Accept: text/csv */
        get: operations["getStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/finance/payouts.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The payout register as CSV
         * @description RFC 4180, UTF-8, one row per payout and a last row per currency with TOTAL in the first column. Text that a spreadsheet would run as a formula begins with an apostrophe. net_amount is decimal, net_minor an integer.
         */
        get: operations["downloadPayoutRegister"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sandbox/mood": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the sandbox rail answers */
        get: operations["getSandboxMood"];
        /** Let the sandbox rail fail as real ones do */
        put: operations["setSandboxMood"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sandbox/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Transfers of the sandbox rail, newest first */
        get: operations["listSandboxTransfers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sandbox/payouts/{id}/{verb}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a sandbox transfer arrive, fail or come back */
        post: operations["actOnSandboxTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/public": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the programme did, for everybody */
        get: operations["getPublicReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/public.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The public report as CSV
         * @description RFC 4180, UTF-8: section, key, value, suppressed. A suppressed value is empty.
         */
        get: operations["downloadPublicReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/finance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is owed, what is left, what has waited how long */
        get: operations["getFinanceReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/pay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How people are paid: hourly rates, delays, what was not paid */
        get: operations["getPayNumbers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I was told, newest first */
        get: operations["listNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/read-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark all my notices as read */
        post: operations["readAllNotices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark one of my notices as read */
        post: operations["readNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mails that were written to the outbox folder, newest first */
        get: operations["listOutbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhook-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What my webhooks can be told of */
        get: operations["listWebhookEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My webhooks, newest first */
        get: operations["listWebhooks"];
        put?: never;
        /** Send what happens to an address; its signing secret is in this answer only */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove one of my webhooks and its secret for ever */
        delete: operations["removeWebhook"];
        options?: never;
        head?: never;
        /** Change where one of my webhooks goes and what it is told */
        patch: operations["changeWebhook"];
        trace?: never;
    };
    "/api/v1/webhooks/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new signing secret; the old one signs beside it for 24 hours */
        post: operations["rotateWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test message now, and see what came of it */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages to one of my webhooks with every try, newest first */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries/{deliveryId}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a message again, under the same id */
        post: operations["resendWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/{verb}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pause or resume one of my webhooks */
        post: operations["moveWebhook"];
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
        PersonView: {
            /** @description What this person may be in Atelier. */
            roles: ("artist" | "reviewer" | "finance" | "manager" | "admin" | "worker" | "system" | "public")[];
            /** @description Id, `per_…`. */
            id: string;
            /** @description Name as it appears in credits. */
            name: string;
            /** @description Address to sign in with. */
            email: string;
        };
        SessionView: {
            person: components["schemas"]["PersonView"];
            /** @description What this session may do now; what the portal shows follows from it. */
            permissions: ("public.read" | "session.open" | "session.own" | "person.sign_up" | "person.manage" | "person.roles" | "person.confirm_roles" | "account.prove" | "security.own" | "security.change" | "key.own" | "key.stop" | "leak.report" | "incident.manage" | "incident.close" | "pause.manage" | "audit.read" | "program.read" | "program.manage" | "program.fund" | "application.own" | "application.review" | "application.score" | "enrollment.own" | "enrollment.manage" | "reasons.read_any" | "look.decide" | "ruling.own" | "ruling.decide" | "quota.own" | "quota.read" | "quota.top_up" | "generation.own" | "generation.read" | "generation.read_any" | "pool.read" | "pool.manage" | "style.manage" | "worker.manage" | "worker.enter" | "worker.work" | "submission.own" | "submission.review" | "submission.read_any" | "appeal.own" | "appeal.hear" | "work.own" | "showcase.manage" | "work.take_down" | "feedback.own" | "feedback.files" | "feedback.triage" | "task.manage" | "earning.own" | "earning.read" | "earning.read_any" | "earning.correct" | "earning.grant" | "tax.own" | "tax.manage" | "call.manage" | "call.apply" | "call.review" | "award.read" | "event.manage" | "event.attend" | "payout.own" | "payout.draft" | "payout.approve" | "payout.read" | "payout.operate" | "report.finance" | "notice.own" | "outbox.read" | "webhook.own")[];
            /**
             * @description What must be done before anything else; null: nothing.
             * @enum {string|null}
             */
            gate: "verify_email" | "second_factor_required" | "second_factor_missing" | null;
            /** @description What a proof that it is you can be, the best first. */
            proofWays: ("passkey" | "code" | "recovery_code" | "password")[];
            /** @description Id of this session, `ses_…`. */
            id: string;
            /** @description When this session ends at the latest; 12 hours without a request end it earlier. */
            expiresAt: string;
        };
        EndedSessionsView: {
            /** @description How many sessions ended. */
            ended: number;
        };
        OwnSessionView: {
            /**
             * @description How it was opened.
             * @enum {string}
             */
            way: "password" | "passkey" | "oidc";
            /** @description Id, `ses_…`. */
            id: string;
            /** @description Address of the sign-in. */
            address: string;
            /** @description What is counted as one place: the address, or the network of an IPv6 address. */
            network: string;
            /** @description Whether a second factor was shown in it. */
            isStrong: boolean;
            /** @description Program that signed in, as it named itself. */
            agent: string;
            /** @description When it began. */
            createdAt: string;
            /** @description Last request, to the minute. */
            lastSeenAt: string;
            /** @description When it ends at the latest. */
            expiresAt: string;
            /** @description Whether this very request came with it. */
            isCurrent: boolean;
        };
        OwnSessionsView: {
            items: components["schemas"]["OwnSessionView"][];
        };
        SignInBody: {
            email: string;
            password: string;
            /** @description Code of the authenticator app, to sign in in one step; without it the session asks for it afterwards. */
            code?: string;
        };
        SignInWaysView: {
            /** @description Through the staff's organisation (OpenID Connect). */
            oidc: boolean;
            /** @description With a passkey; it needs a name instead of a number in the address. */
            passkeys: boolean;
        };
        PasskeyQuestionView: {
            /** @description For `navigator.credentials`, as JSON. */
            options: {
                [key: string]: unknown;
            };
            /** @description Hand it back with the answer. */
            challengeId: string;
        };
        PasskeyProofBody: {
            /** @description `AuthenticationResponseJSON` of WebAuthn. */
            response: {
                [key: string]: unknown;
            };
            /** @description Under which the question was asked. */
            challengeId: string;
        };
        StepUpBody: {
            /** @description Of the authenticator app. */
            code?: string;
            /** @description From paper; it is used up. */
            recoveryCode?: string;
            /** @description Only where there is no second factor. */
            password?: string;
            passkey?: components["schemas"]["PasskeyProofBody"];
        };
        SignUpBody: {
            /** @description Name as it appears in credits and statements. */
            name: string;
            /**
             * Format: email
             * @description Where notices go, and the name to sign in with.
             */
            email: string;
            /** @description At least 12 characters. */
            password: string;
        };
        InvitationBody: {
            /** @description What they will be. Nobody becomes administrator by invitation. */
            roles: ("artist" | "reviewer" | "finance" | "manager" | "admin")[];
            /** @description Name as colleagues will see it; they may change it. */
            name: string;
            /** Format: email */
            email: string;
        };
        PersonListItem: {
            /** @description What this person may be in Atelier. */
            roles: ("artist" | "reviewer" | "finance" | "manager" | "admin" | "worker" | "system" | "public")[];
            /**
             * @description Whether they can sign in.
             * @enum {string}
             */
            state: "active" | "unverified" | "closed";
            /** @description Last request in a session; null: none yet. */
            lastSeenAt: string | null;
            /** @description When the account was made. */
            createdAt: string;
            /** @description Whether an authenticator app or a passkey is set up. */
            hasSecondFactor: boolean;
            /** @description Id, `per_…`. */
            id: string;
            /** @description Name as it appears in credits. */
            name: string;
            /** @description Address to sign in with. */
            email: string;
        };
        PeoplePage: {
            items: components["schemas"]["PersonListItem"][];
            /** @description Cursor of the next page; null on the last. */
            next: string | null;
        };
        RolesBody: {
            roles: ("artist" | "reviewer" | "finance" | "manager" | "admin")[];
            /** @description For the record; the person reads it too. */
            reason: string;
        };
        RolesOutcomeView: {
            /** @description Id of the proposal that a second person must confirm; null: it is done. */
            proposalId: string | null;
        };
        RoleChangeView: {
            from: ("artist" | "reviewer" | "finance" | "manager" | "admin" | "worker" | "system" | "public")[];
            to: ("artist" | "reviewer" | "finance" | "manager" | "admin" | "worker" | "system" | "public")[];
            /** @description What you may do with it. */
            available: ("confirm" | "withdraw")[];
            /** @description Id, `rch_…`. */
            id: string;
            personId: string;
            /** @description Name of whom it is about. */
            name: string;
            reason: string;
            /** @description Name of who proposed it. */
            proposedBy: string;
            createdAt: string;
        };
        RoleChangesView: {
            items: components["schemas"]["RoleChangeView"][];
        };
        ReasonBody: {
            /** @description For the record; the person reads it too. */
            reason: string;
        };
        LinkBody: {
            token: string;
        };
        VerifiedView: {
            email: string;
        };
        ResetRequestBody: {
            /** Format: email */
            email: string;
        };
        ResetBody: {
            token: string;
            /** @description At least 12 characters. */
            password: string;
        };
        PasswordChangeBody: {
            /** @description The password of now; anything by those who have none yet. */
            current: string;
            /** @description At least 12 characters. */
            next: string;
        };
        InvitationView: {
            roles: ("artist" | "reviewer" | "finance" | "manager" | "admin" | "worker" | "system" | "public")[];
            name: string;
            /** @description Address to sign in with. */
            email: string;
            /** @description Until when it can be answered. */
            expiresAt: string;
        };
        JoinBody: {
            token: string;
            /** @description Name as colleagues will see it. */
            name: string;
            /** @description At least 12 characters. */
            password: string;
        };
        PasskeyView: {
            /** @description Last time it proved something; null: never. */
            lastUsedAt: string | null;
            /** @description Id, `pky_…`. */
            id: string;
            name: string;
            /** @description Copied between the devices of its owner by their maker. */
            isSynced: boolean;
            createdAt: string;
        };
        SecurityView: {
            /** @description Since when an authenticator app is set up; null: none. */
            codeAppAt: string | null;
            passkeys: components["schemas"]["PasskeyView"][];
            hasPassword: boolean;
            recoveryCodesLeft: number;
            /** @description Whether my work needs a second factor. */
            isSecondFactorMandatory: boolean;
        };
        CodeAppView: {
            /** @description To type in, base32. */
            secret: string;
            /** @description To scan as a QR code, `otpauth://…`. */
            uri: string;
        };
        CodeBody: {
            /** @description The six digits that the app shows now. */
            code: string;
        };
        RecoveryCodesView: {
            codes: string[];
        };
        NewPasskeyBody: {
            /** @description `RegistrationResponseJSON` of WebAuthn. */
            response: {
                [key: string]: unknown;
            };
            /** @description Under which the question was asked. */
            challengeId: string;
            /** @description To know it by, such as `my phone`. */
            name: string;
        };
        PasskeyNameBody: {
            /** @description To know it by, such as `my phone`. */
            name: string;
        };
        KeyListItem: {
            scopes: ("generations:write" | "generations:read")[];
            /** @enum {string} */
            state: "active" | "throttled" | "quarantined" | "revoked";
            /** @description Credits it may spend in its life; null: no limit of its own. A family shares it: a rotation goes on with what is left. */
            budget: number | null;
            /** @description End of the overlap after a rotation; null: not rotated. */
            stopsAt: string | null;
            /** @description Last use, to a few seconds; null: never. */
            lastUsedAt: string | null;
            /** @description Network (/24 or /48) of the last use. */
            lastUsedFrom: string | null;
            /** @description Program of the last use, without its version. */
            lastUsedBy: string | null;
            /** @description What it was last used for: method and route. */
            lastUsedFor: string | null;
            /** @enum {string} */
            kind: "live" | "test";
            /** @description Credits it may ask for in an hour; null: a share of its owner's grant. */
            hourlyCap: number | null;
            /** @description Credits it may ask for in a day; null: a share of its owner's grant. */
            dailyCap: number | null;
            networks: string[];
            origins: string[];
            /** @description What the caller may do with it now. */
            available: string[];
            /** @description Calls of each of the last 14 days (UTC), oldest first. */
            usage: number[];
            /** @description Credits it asked for in the present hour. */
            spentThisHour: number;
            /** @description Credits it asked for today (UTC). */
            spentToday: number;
            /** @description Clips of it that are not finished. */
            openClips: number;
            /** @description Id, `key_…`; not secret. */
            id: string;
            /** @description What its owner calls it. */
            name: string;
            /** @description The first key of its family; rotations share it. */
            familyId: string;
            /** @description First characters of the secret. */
            prefix: string;
            /** @description Last four characters of the secret. */
            lastFour: string;
            /** @description When it was made. */
            createdAt: string;
            /** @description When it stops by itself. */
            expiresAt: string;
            /** @description Whether that time is over. */
            isExpired: boolean;
            /** @description Clips it may have open at once. */
            openCap: number;
            /** @description Only the holder of a key pair may use it (DPoP). */
            isBound: boolean;
        };
        KeyPage: {
            items: components["schemas"]["KeyListItem"][];
            /** @description Cursor of the next page; null on the last. */
            next: string | null;
        };
        KeyBody: {
            /** @description What the key may be used for. */
            scopes: ("generations:write" | "generations:read")[];
            /**
             * @description `test`: looks at things and can spend nothing.
             * @default live
             * @enum {string}
             */
            kind: "live" | "test";
            /**
             * @description Addresses and networks it may be used from; none: everywhere.
             * @default []
             */
            networks: string[];
            /**
             * @description Web pages it may be used from, such as `https://studio.example`; none: by programs only.
             * @default []
             */
            origins: string[];
            /** @description Public key (JWK) of the pair whose holder alone may use it, by RFC 9449. Such a key may do more. */
            publicJwk?: {
                [key: string]: unknown;
            };
            /** @description What the key is for; unique among one's active keys. */
            name: string;
            /** @description Credits the key may spend in its life. Absent: its owner's credits alone bound it. */
            budget?: number;
            /** @description Days until it expires, 365 at most. */
            expiresInDays: number;
            /** @description Credits it may ask for in an hour. Absent: a tenth of a month's grant, at least one clip. */
            hourlyCap?: number;
            /** @description Credits it may ask for in a day (UTC). Absent: a quarter of a month's grant. */
            dailyCap?: number;
            /** @description Clips it may have open at once. Absent: 8, or 64 for a bound key. */
            openCap?: number;
        };
        KeyView: {
            scopes: ("generations:write" | "generations:read")[];
            /** @enum {string} */
            state: "active" | "throttled" | "quarantined" | "revoked";
            /** @description Credits it may spend in its life; null: no limit of its own. A family shares it: a rotation goes on with what is left. */
            budget: number | null;
            /** @description End of the overlap after a rotation; null: not rotated. */
            stopsAt: string | null;
            /** @description Last use, to a few seconds; null: never. */
            lastUsedAt: string | null;
            /** @description Network (/24 or /48) of the last use. */
            lastUsedFrom: string | null;
            /** @description Program of the last use, without its version. */
            lastUsedBy: string | null;
            /** @description What it was last used for: method and route. */
            lastUsedFor: string | null;
            /** @enum {string} */
            kind: "live" | "test";
            /** @description Credits it may ask for in an hour; null: a share of its owner's grant. */
            hourlyCap: number | null;
            /** @description Credits it may ask for in a day; null: a share of its owner's grant. */
            dailyCap: number | null;
            networks: string[];
            origins: string[];
            /** @description What the caller may do with it now. */
            available: string[];
            /** @description Id, `key_…`; not secret. */
            id: string;
            /** @description What its owner calls it. */
            name: string;
            /** @description The first key of its family; rotations share it. */
            familyId: string;
            /** @description First characters of the secret. */
            prefix: string;
            /** @description Last four characters of the secret. */
            lastFour: string;
            /** @description When it was made. */
            createdAt: string;
            /** @description When it stops by itself. */
            expiresAt: string;
            /** @description Whether that time is over. */
            isExpired: boolean;
            /** @description Clips it may have open at once. */
            openCap: number;
            /** @description Only the holder of a key pair may use it (DPoP). */
            isBound: boolean;
        };
        NewKeyView: {
            key: components["schemas"]["KeyView"];
            /** @description The key itself. It is shown this once and cannot be shown again. */
            secret: string;
        };
        KeyPlacesBody: {
            /** @description Addresses and networks it may be used from; none: everywhere. */
            networks: string[];
            /** @description Web pages it may be used from; none: by programs only. */
            origins: string[];
        };
        RotateKeyBody: {
            /**
             * @description Somebody else may have the key: the old one stops now instead of after 24 hours.
             * @default false
             */
            isLeaked: boolean;
        };
        StopKeyBody: {
            /** @description Why it is stopped; the owner reads this. */
            reason: string;
        };
        IncidentView: {
            /** @enum {string} */
            state: "open" | "confirmed" | "dismissed";
            /**
             * @description How it came to light.
             * @enum {string}
             */
            cause: "signals" | "report" | "github" | "gitlab" | "scanner" | "trap" | "address" | "body" | "owner" | "manager";
            /** @description The key; null: a bait that is nobody's. */
            keyId: string | null;
            /** @description What its owner calls it, with its first and last characters. */
            keyName: string | null;
            /** @description Whose key. */
            personId: string | null;
            personName: string | null;
            closedAt: string | null;
            /** @description Words of who closed it. */
            verdict: string | null;
            /** @description What the caller may do with it now. */
            available: string[];
            /** @description Id, `inc_…`. */
            id: string;
            /** @description In words. */
            reason: string;
            /** @description Blast radius: artists whose work was touched by the stop. */
            affected: number;
            /** @description Artists there were. */
            population: number;
            /** @description What the key did from here on is suspect. */
            since: string;
            /** @description When the key was stopped. */
            openedAt: string;
        };
        IncidentPage: {
            items: components["schemas"]["IncidentView"][];
            /** @description Cursor of the next page; null on the last. */
            next: string | null;
        };
        IncidentNoteView: {
            /** @description Plain values. */
            details: {
                [key: string]: unknown;
            };
            at: string;
            /** @description `opened`, `reported`, `confirmed`, `dismissed`, or what a part of Atelier did because of it. */
            kind: string;
            /** @description Who: a person's name, or `Atelier`. */
            actor: string;
        };
        IncidentSourceView: {
            /** @description A /24 or /48 network. */
            network: string;
            /** @description The program, without its version. */
            agent: string;
            calls: number;
            refused: number;
        };
        IncidentDetailView: {
            /** @enum {string} */
            state: "open" | "confirmed" | "dismissed";
            /**
             * @description How it came to light.
             * @enum {string}
             */
            cause: "signals" | "report" | "github" | "gitlab" | "scanner" | "trap" | "address" | "body" | "owner" | "manager";
            /** @description The key; null: a bait that is nobody's. */
            keyId: string | null;
            /** @description What its owner calls it, with its first and last characters. */
            keyName: string | null;
            /** @description Whose key. */
            personId: string | null;
            personName: string | null;
            closedAt: string | null;
            /** @description Words of who closed it. */
            verdict: string | null;
            /** @description What the caller may do with it now. */
            available: string[];
            timeline: components["schemas"]["IncidentNoteView"][];
            /** @description Who used the key, busiest first. */
            sources: components["schemas"]["IncidentSourceView"][];
            /** @description Signals that spoke, with what was counted, or what a report said. */
            evidence: {
                [key: string]: unknown;
            };
            /** @description Calls with the key that were refused since it was stopped. */
            refusedSince: number;
            /** @description Id, `inc_…`. */
            id: string;
            /** @description In words. */
            reason: string;
            /** @description Blast radius: artists whose work was touched by the stop. */
            affected: number;
            /** @description Artists there were. */
            population: number;
            /** @description What the key did from here on is suspect. */
            since: string;
            /** @description When the key was stopped. */
            openedAt: string;
        };
        IncidentReasonBody: {
            /** @description Why, in words; its owner reads this. */
            reason: string;
        };
        SignalView: {
            /** @enum {string} */
            name: "spread" | "agents" | "refused" | "polling" | "browser" | "new_network_spend" | "restless" | "scanner";
            /** @enum {string} */
            mode: "enforce" | "observe" | "off";
            /** @description When its mode was last chosen; null: never. */
            changedAt: string | null;
            /** @description What it saw, in words. */
            says: string;
            /** @description What it is for, and what it may mistake for it. */
            catches: string;
            /** @description Keys that were slowed down when it counted. */
            throttled: number;
            /** @description Keys that were stopped when it counted. */
            stopped: number;
            /** @description Keys that would have been slowed down, had it not only been observed. */
            wouldHaveThrottled: number;
            /** @description Keys that would have been stopped, had it not only been observed. */
            wouldHaveStopped: number;
        };
        SignalListView: {
            items: components["schemas"]["SignalView"][];
        };
        SignalModeBody: {
            /**
             * @description `enforce`: its points count. `observe`: only written down. `off`: not looked at.
             * @enum {string}
             */
            mode: "enforce" | "observe" | "off";
            /** @description Why; kept in the audit log. */
            reason: string;
        };
        LeakBody: {
            /** @description The whole key that was found. */
            token: string;
            /** @description Where: an address or a few words. */
            where?: string;
        };
        LeakReceivedView: {
            /** @description In words. */
            message: string;
        };
        KeyPatternView: {
            /** @description Regular expression. */
            pattern: string;
            /** @description What the parts are, in words. */
            format: string;
            /** @description Where to report what was found. */
            report: string;
        };
        TrapView: {
            /** @description When somebody last used it; null: nobody yet. */
            sprungAt: string | null;
            /** @description Id, `trp_…`. */
            id: string;
            prefix: string;
            lastFour: string;
            /** @description Where it was laid. */
            place: string;
            createdAt: string;
        };
        TrapListView: {
            items: components["schemas"]["TrapView"][];
        };
        TrapBody: {
            /** @description Where the bait is laid. */
            place: string;
        };
        NewTrapView: {
            id: string;
            /** @description The bait itself, in this answer only. */
            secret: string;
        };
        PartnerLabelView: {
            /** @enum {string} */
            label: "true_positive" | "false_positive";
            token_hash: string;
            token_type: string;
        };
        RevocableTypesView: {
            types: string[];
        };
        WorkerKeyView: {
            /** @description When it was stopped; null: it was not. */
            stoppedAt: string | null;
            /** @description When a worker last signed in with it; null: never. */
            lastUsedAt: string | null;
            /** @description Id, `wky_…`; not secret. */
            id: string;
            name: string;
            pool: string;
            /** @description First characters of the secret. */
            prefix: string;
            /** @description Last four characters of the secret. */
            lastFour: string;
            createdAt: string;
            expiresAt: string;
            isExpired: boolean;
        };
        WorkerKeyList: {
            items: components["schemas"]["WorkerKeyView"][];
        };
        WorkerKeyBody: {
            /** @description Which machine or fleet will use it; unique among working keys. */
            name: string;
            /** @description The pool whose clips its workers may render. */
            pool: string;
            /**
             * @description Days until it expires, 365 at most.
             * @default 90
             */
            expiresInDays: number;
        };
        NewWorkerKeyView: {
            key: components["schemas"]["WorkerKeyView"];
            /** @description The key itself. It is shown this once and cannot be shown again. */
            secret: string;
        };
        AuditFaultView: {
            /**
             * @description What happened to it.
             * @enum {string}
             */
            what: "altered" | "deleted" | "inserted" | "seal_altered" | "rewritten" | "end_cut" | "checkpoint_forged";
            /** @description Number of the seal. */
            seal: string;
            /** @description Number of the entry. */
            entry: string;
        };
        VerificationView: {
            /** @description `null`: everything is as it was sealed and promised. */
            fault: components["schemas"]["AuditFaultView"] | null;
            /** @description Seals that were recomputed and hold. */
            seals: number;
            /** @description Entries under them. */
            entries: number;
            /** @description Checkpoints that the chain was compared with. */
            checkpoints: number;
        };
        ChainView: {
            /** @description Number of the newest seal; null: nothing is sealed yet. */
            seal: string | null;
            /** @description When it was made. */
            sealedAt: string | null;
            /** @description Its SHA-256, in hex. */
            hash: string | null;
            /** @description Number of the seal of the newest checkpoint; null: none was made yet. */
            checkpoint: string | null;
            /** @description When that was signed. */
            checkpointAt: string | null;
            /** @description Entries that no seal covers yet; 1,000 stands for that many or more. */
            unsealed: number;
        };
        CheckpointView: {
            /** @description Null: none was made yet. */
            note: string | null;
            /** @description When it was signed. */
            at: string | null;
            /** @description Ed25519, 32 bytes in base64. */
            publicKey: string;
        };
        AuditEntryView: {
            /** @description Their name; null for Atelier itself, the public, and people who are gone. */
            actorName: string | null;
            /** @description The API key used, if any. */
            keyId: string | null;
            /** @description Plain values of the act. */
            details: {
                [key: string]: unknown;
            };
            /** @description Number of the entry. */
            id: string;
            /** @description When it happened, RFC 3339. */
            at: string;
            /** @description Id of the person who acted; `system` for Atelier itself. */
            actor: string;
            /** @description How they proved who they are: `session`, `key`, `worker`, `system`, `none`. */
            via: string;
            /** @description What was done, for example `submission.approve`. */
            act: string;
            /** @description Id of the thing acted upon. */
            subject: string;
        };
        AuditPage: {
            items: components["schemas"]["AuditEntryView"][];
            /** @description Hand back as `cursor` for the following page; `null` ends the list. */
            next: string | null;
        };
        AuditActs: {
            items: string[];
        };
        AuditSealView: {
            /** @description Its number. */
            id: string;
            /** @description When it was made. */
            at: string;
            /** @description SHA-256 in hex, over the seal before it and its entries. */
            hash: string;
        };
        AuditEntryDetail: {
            /** @description Their name; null for Atelier itself, the public, and people who are gone. */
            actorName: string | null;
            /** @description The API key used, if any. */
            keyId: string | null;
            /** @description Plain values of the act. */
            details: {
                [key: string]: unknown;
            };
            /** @description Null: not sealed yet; that takes seconds. */
            seal: components["schemas"]["AuditSealView"] | null;
            /** @description Number of the entry. */
            id: string;
            /** @description When it happened, RFC 3339. */
            at: string;
            /** @description Id of the person who acted; `system` for Atelier itself. */
            actor: string;
            /** @description How they proved who they are: `session`, `key`, `worker`, `system`, `none`. */
            via: string;
            /** @description What was done, for example `submission.approve`. */
            act: string;
            /** @description Id of the thing acted upon. */
            subject: string;
        };
        DrawView: {
            /** @enum {string} */
            kind: "enrollment" | "showcase" | "grant_tie" | "event";
            /** @enum {string} */
            state: "committed" | "frozen" | "revealed" | "cancelled";
            /** @description Entries on the published list. */
            entries: number | null;
            /** @description SHA-256 of the published list. */
            listDigest: string | null;
            frozenAt: string | null;
            /** @description Published last. */
            seed: string | null;
            revealedAt: string | null;
            /** @description `drw_…` */
            id: string;
            /** @description What it decides. */
            subjectId: string;
            title: string;
            /** @description Name and version of the method, `atelier-draw/1`. */
            method: string;
            /** @description How many win; behind them the order is the waiting list. */
            places: number;
            /** @description SHA-256 of the seed, published before the list. */
            seedHash: string;
            committedAt: string;
        };
        DrawPage: {
            items: components["schemas"]["DrawView"][];
            /** @description Cursor of the following page. */
            next: string | null;
        };
        StatementTimecode: {
            until: number | null;
            at: number;
        };
        StatementAppealView: {
            /** @enum {string} */
            state: "filed" | "in_review" | "upheld" | "overturned" | "partly_overturned" | "withdrawn";
            /** @description The answer. */
            reasons: string | null;
            id: string;
            /** @description When it is to be answered by. */
            dueAt: string;
        };
        StatementRuleView: {
            /** @enum {string} */
            source: "clause" | "law" | "criterion";
            /** @description Version of the terms that hold the clause. */
            version: number | null;
            /** @description Id of the clause, citation of the law, or name of the published criterion. */
            id: string;
            /** @description As it read. */
            text: string;
        };
        StatementOfReasonsView: {
            /** @enum {string} */
            kind: "submission_declined" | "work_taken_down" | "application_declined" | "enrollment_suspended" | "key_quarantined" | "key_revoked" | "account_closed" | "generation_refused" | "feedback_declined" | "earning_voided" | "grant_declined" | "grant_terminated" | "expense_declined";
            /** @description Countries in which; null: everywhere. */
            territories: string[] | null;
            /** @description When it ends by itself. */
            endsAt: string | null;
            programId: string | null;
            /** @enum {string} */
            state: "held" | "in_force" | "dropped" | "annulled" | "revised" | "ended";
            /** @enum {string} */
            ground: "safety" | "rights" | "confidentiality" | "technical" | "terms" | "selection" | "security" | "evidence" | "model";
            timecodes: components["schemas"]["StatementTimecode"][];
            /** @enum {string} */
            automation: "none" | "partly" | "fully";
            /** @enum {string} */
            source: "own" | "notice" | "flagger" | "other";
            /** @enum {string} */
            decidedByRole: "artist" | "reviewer" | "finance" | "manager" | "admin" | "worker" | "system" | "public";
            /**
             * @description Role of the second person, where there was one.
             * @enum {string|null}
             */
            confirmedByRole: "artist" | "reviewer" | "finance" | "manager" | "admin" | "worker" | "system" | "public" | null;
            /** @description What was decided upon, as it stood. */
            snapshot: {
                [key: string]: unknown;
            };
            /** @description Name of the artist; only for staff. */
            artist: string | null;
            appeal: components["schemas"]["StatementAppealView"] | null;
            /** @description `sor_…`, never used again. */
            id: string;
            /** @description What follows from it, in a sentence. */
            says: string;
            /** @description What exactly is restricted. */
            scope: string;
            /** @description What it is about, by id. */
            subjectId: string;
            /** @description The published words of the ground. */
            groundSays: string;
            rule: components["schemas"]["StatementRuleView"];
            /** @description Rulings that it stands on, by id. */
            rulings: string[];
            facts: string;
            /** @description Whether software found it. */
            isFoundBySoftware: boolean;
            /** @description What would pass, or end it. */
            remedy: string;
            decidedAt: string;
            /** @description Until when an appeal is heard. */
            appealUntil: string;
            /** @description What an appeal that succeeds brings back. */
            restores: string;
            /** @description Whether the reader may appeal now. */
            canAppeal: boolean;
        };
        StatementOfReasonsPage: {
            items: components["schemas"]["StatementOfReasonsView"][];
            /** @description Cursor of the following page. */
            next: string | null;
        };
        HearingInput: {
            /** @description In the artist's words. */
            grounds: string;
        };
        HearingMessageView: {
            isByArtist: boolean;
            isMine: boolean;
            body: string;
            at: string;
        };
        HearingView: {
            /** @enum {string} */
            kind: "submission_declined" | "work_taken_down" | "application_declined" | "enrollment_suspended" | "key_quarantined" | "key_revoked" | "account_closed" | "generation_refused" | "feedback_declined" | "earning_voided" | "grant_declined" | "grant_terminated" | "expense_declined";
            /** @enum {string} */
            state: "filed" | "in_review" | "upheld" | "overturned" | "partly_overturned" | "withdrawn";
            /** @description The answer. */
            reasons: string | null;
            closedAt: string | null;
            messages: components["schemas"]["HearingMessageView"][];
            available: ("take" | "giveBack" | "uphold" | "overturn" | "overturnPartly" | "withdraw")[];
            id: string;
            /** @description What is appealed, whole, with what was decided upon. */
            statement: components["schemas"]["StatementOfReasonsView"];
            grounds: string;
            /** @description When it is to be answered by. */
            dueAt: string;
            isLate: boolean;
            createdAt: string;
            /** @description Whether the reader hears it. */
            isMine: boolean;
            /** @description Whether the reader may say something now. */
            canWrite: boolean;
        };
        HearingPage: {
            items: components["schemas"]["HearingView"][];
            next: string | null;
        };
        HearingMessageInput: {
            body: string;
        };
        HearingStepInput: {
            /** @description The answer to the artist, at least 20 characters; needed to uphold and to overturn. */
            reasons?: string;
        };
        LookView: {
            /** @enum {string} */
            state: "open" | "confirmed" | "rejected" | "lapsed";
            /**
             * @description `before`: nothing has happened yet. `after`: it has taken effect.
             * @enum {string}
             */
            timing: "before" | "after";
            reasons: string | null;
            closedAt: string | null;
            available: ("confirm" | "reject")[];
            id: string;
            statement: components["schemas"]["StatementOfReasonsView"];
            dueAt: string;
            isLate: boolean;
        };
        LookPage: {
            items: components["schemas"]["LookView"][];
            next: string | null;
        };
        LookStepInput: {
            /** @description Why; kept with the decision. */
            reasons: string;
        };
        PauseView: {
            /** @enum {string} */
            state: "proposed" | "active" | "ended" | "withdrawn";
            /** @description When it begins or began: a renewal begins when the one before ends. */
            startsAt: string | null;
            /** @description When it ends by itself, or ended. */
            endsAt: string | null;
            /** @description What the caller may do with it now. */
            available: string[];
            /** @description Id, `pau_…`. */
            id: string;
            programId: string;
            /** @description Whether it is in force now. */
            isInForce: boolean;
            reason: string;
            minutes: number;
            proposedAt: string;
            /** @description People who decided: one for a proposal, two for a pause. */
            people: number;
        };
        PauseListView: {
            items: components["schemas"]["PauseView"][];
        };
        PauseBody: {
            /** @description Why; everybody reads this. */
            reason: string;
            /** @description How long: four hours at most. It ends by itself. */
            minutes: number;
        };
        ClauseBody: {
            /**
             * @description Which of the five documents it belongs to.
             * @enum {string}
             */
            document: "terms" | "confidentiality" | "responsible_use" | "sharing" | "compensation";
            /** @description When it stops to bind (RFC 3339). Confidentiality must have this or `endsOn`. */
            endsAt?: string;
            /**
             * @description What ends it: the model's release to the public, at the latest the programme's end; or the programme's end.
             * @enum {string}
             */
            endsOn?: "public_release" | "programme_end";
            /** @description Stable over versions, such as `RU-3`: what a refusal cites. */
            id: string;
            /** @description Heading. */
            title: string;
            /** @description The rule itself. */
            text: string;
            /** @description The same in plain language. */
            summary: string;
            /** @description What it means in practice; at least one. */
            examples: string[];
        };
        TermsBody: {
            /** @description All clauses of the new version; each of the five documents has at least one. */
            clauses: components["schemas"]["ClauseBody"][];
            /** @description When it governs (RFC 3339); at least 14 days ahead for a material change once the programme is open. */
            effectiveAt?: string;
            /** @description Whether artists are asked again. Absent: they are. False only where nothing that binds has changed. */
            isMaterial?: boolean;
            /** @description Number of the version that this one was written from, 0 for the first: refused (409) when there is a newer one. */
            basedOn?: number;
        };
        ClauseView: {
            /**
             * @description Which of the five documents it belongs to.
             * @enum {string}
             */
            document: "terms" | "confidentiality" | "responsible_use" | "sharing" | "compensation";
            /** @description When it stops to bind; null while the programme lasts. */
            endsAt: string | null;
            /**
             * @description The event that ends it; null where only time does.
             * @enum {string|null}
             */
            endsOn: "public_release" | "programme_end" | null;
            /** @description What a refusal cites. */
            id: string;
            /** @description Heading. */
            title: string;
            /** @description The rule itself. */
            text: string;
            /** @description The same in plain language. */
            summary: string;
            /** @description What it means in practice. */
            examples: string[];
        };
        TermsVersionView: {
            clauses: components["schemas"]["ClauseView"][];
            /** @description Whether it asks artists for a new consent. */
            isMaterial: boolean;
            /** @description Id of the version. */
            id: string;
            /** @description Number, from 1. */
            version: number;
            /** @description sha256 of the canonical JSON of the content, hex. */
            hash: string;
            /** @description When it was published; it has not changed since. */
            publishedAt: string;
            /** @description When it governs. */
            effectiveAt: string;
        };
        RateRulesBody: {
            /** @description The same by country of the artist (two capital letters), where it differs. */
            floors?: {
                [key: string]: number;
            };
            /** @description The least for an hour of requested work, in minor units. */
            floorPerHour?: number;
            /** @description Percent of the price that is paid when a task is cancelled after it was accepted; a quarter at least. */
            killFeePercent?: number;
            /** @description Days within which an amount is paid. */
            payWithinDays?: number;
            /** @description Hundredths of a percent added for each day that an amount is late. */
            lateBasisPointsPerDay?: number;
        };
        RateCardBody: {
            /** @description Price of each item in minor units of the programme's currency. */
            items: {
                [key: string]: number;
            };
            /**
             * @description Currency of the prices, to be sure: refused when it is not the programme's.
             * @enum {string}
             */
            currency?: "EUR" | "USD" | "GBP" | "CHF" | "SEK" | "PLN" | "CAD" | "AUD" | "JPY" | "KWD";
            /** @description Floor, kill fee and terms of payment; what is absent is as `rules` of the answer says. */
            rules?: components["schemas"]["RateRulesBody"];
            /** @description Number of the version that this one was written from, 0 for the first: refused (409) when there is a newer one. */
            basedOn?: number;
        };
        RateRulesView: {
            /** @description The same by country of the artist, where it differs. */
            floors: {
                [key: string]: number;
            };
            /** @description The least for an hour of requested work, in minor units: whoever did a task that takes longer is topped up to it. */
            floorPerHour: number;
            /** @description Percent of the price that is paid when a task is cancelled after it was accepted. */
            killFeePercent: number;
            /** @description Days within which an amount is paid. */
            payWithinDays: number;
            /** @description Hundredths of a percent added for each day that an amount is late, up to the amount itself. */
            lateBasisPointsPerDay: number;
        };
        RateCardVersionView: {
            /**
             * @description Currency of all prices.
             * @enum {string}
             */
            currency: "EUR" | "USD" | "GBP" | "CHF" | "SEK" | "PLN" | "CAD" | "AUD" | "JPY" | "KWD";
            /** @description Price of each item in minor units. */
            items: {
                [key: string]: number;
            };
            /** @description What it promises besides prices; part of the hash as far as the card itself says it. */
            rules: components["schemas"]["RateRulesView"];
            /** @description Id of the version. */
            id: string;
            /** @description Number, from 1. */
            version: number;
            /** @description sha256 of the canonical JSON of the content, hex. */
            hash: string;
            /** @description When it was published; it has not changed since. */
            publishedAt: string;
            /** @description When it governs. */
            effectiveAt: string;
        };
        GoodwillBody: {
            /** @description Clips of one prompt. */
            perShot: number;
            /** @description Clips of one week, from Monday 00:00 UTC. */
            perWeek: number;
        };
        QuotaPlanBody: {
            /**
             * @description How often the credits come.
             * @enum {string}
             */
            window: "day" | "week" | "programme";
            /** @description Clips that may be marked unusable with their credits back. Absent: 2 per prompt and 5 per week. */
            goodwill?: components["schemas"]["GoodwillBody"];
            /** @description The cohort that it is for. Absent: every artist without a cohort, or whose cohort has no plan of its own. */
            cohortId?: string;
            /** @description Credits of each window. */
            credits: number;
            /** @description Renders of one artist that run at once. */
            concurrency: number;
            /** @description Renders of one artist that wait at once. */
            queued: number;
            /** @description Share in the queue beside other plans. */
            weight: number;
            /** @description Whether what is left of a window's credits is lost at its end. Absent: it stays. */
            expiresWithWindow?: boolean;
            /** @description Percent of what is left that carries over all the same. Absent: none. */
            rolloverPercent?: number;
            /** @description Credits that carry over at most. Absent: no cap. */
            rolloverCap?: number;
            /** @description Credits per window that all artists share once their own are exhausted. Absent: none. */
            pooledCredits?: number;
            /** @description Number of the version that this one was written from, 0 for the first: refused (409) when there is a newer one. */
            basedOn?: number;
        };
        GoodwillView: {
            /** @description Clips of one prompt that may be marked unusable. */
            perShot: number;
            /** @description Clips of one week, from Monday 00:00 UTC. */
            perWeek: number;
        };
        QuotaPlanVersionView: {
            /**
             * @description How often the credits come.
             * @enum {string}
             */
            window: "day" | "week" | "programme";
            /** @description Credits that carry over at most; null: the percentage alone decides. */
            rolloverCap: number | null;
            /** @description Clips that may be marked unusable with their credits back. */
            goodwill: components["schemas"]["GoodwillView"];
            /** @description Credits of each window. */
            credits: number;
            /** @description Renders of one artist that run at once. */
            concurrency: number;
            /** @description Renders of one artist that wait at once. */
            queued: number;
            /** @description Share in the queue beside other plans. */
            weight: number;
            /** @description Whether what is left of a window's credits is lost at its end. */
            expiresWithWindow: boolean;
            /** @description Percent of what is left that carries over all the same. */
            rolloverPercent: number;
            /** @description Credits per window that all artists share once their own are exhausted. */
            pooledCredits: number;
            /** @description Id of the version. */
            id: string;
            /** @description Number, from 1. */
            version: number;
            /** @description sha256 of the canonical JSON of the content, hex. */
            hash: string;
            /** @description When it was published; it has not changed since. */
            publishedAt: string;
            /** @description When it governs. */
            effectiveAt: string;
        };
        MarkPolicyBody: {
            /**
             * @description Corner of the picture.
             * @enum {string}
             */
            place: "top_left" | "top_right" | "bottom_left" | "bottom_right";
            /**
             * @description What the manifest says about training and data mining.
             * @default not_allowed
             * @enum {string}
             */
            trainingUse: "not_allowed" | "allowed";
            /** @description Words of the mark. */
            text: string;
            /** @description Whether the mark is burnt into the picture. */
            isVisible: boolean;
            /** @description Whether every clip carries a signed C2PA manifest; then none is delivered without. */
            c2pa: boolean;
            /** @description Whether an artist who wants it is named in the manifest. Absent: no. */
            artistCredit?: boolean;
            /** @description Number of the version that this one was written from, 0 for the first: refused (409) when there is a newer one. */
            basedOn?: number;
        };
        MarkPolicyVersionView: {
            /**
             * @description Corner of the picture.
             * @enum {string}
             */
            place: "top_left" | "top_right" | "bottom_left" | "bottom_right";
            /**
             * @description What the manifest says about training and data mining.
             * @enum {string}
             */
            trainingUse: "not_allowed" | "allowed";
            /** @description Words of the mark. */
            text: string;
            /** @description Whether the mark is burnt into the picture. */
            isVisible: boolean;
            /** @description Whether every clip carries a signed C2PA manifest; then none is delivered without. */
            c2pa: boolean;
            /** @description Whether an artist who wants it is named in the manifest. */
            artistCredit: boolean;
            /** @description Id of the version. */
            id: string;
            /** @description Number, from 1. */
            version: number;
            /** @description sha256 of the canonical JSON of the content, hex. */
            hash: string;
            /** @description When it was published; it has not changed since. */
            publishedAt: string;
            /** @description When it governs. */
            effectiveAt: string;
        };
        VersionLineView: {
            /** @enum {string} */
            kind: "terms" | "rate_card" | "quota_plan" | "mark_policy" | "model_policy" | "review_policy";
            /** @description The cohort that a quota plan is for; null: everybody. */
            cohortId: string | null;
            /** @description Whether it governs now. */
            isInForce: boolean;
            /** @description Whether it asks artists for a new consent; says something of terms only. */
            isMaterial: boolean;
            /** @description Id of the version. */
            id: string;
            /** @description Number, from 1. */
            version: number;
            /** @description sha256 of the canonical JSON of the content, hex. */
            hash: string;
            /** @description When it was published; it has not changed since. */
            publishedAt: string;
            /** @description When it governs. */
            effectiveAt: string;
        };
        VersionListView: {
            /** @description Newest first. */
            items: components["schemas"]["VersionLineView"][];
        };
        ModelPolicyBody: {
            /** @description Keys of the providers that may render; empty: every one that is installed. */
            providers: string[];
            /** @description Names of the models that may be asked for; empty: every one that a provider offers. */
            models: string[];
            /** @description Number of the version that this one was written from, 0 for the first: refused (409) when there is a newer one. */
            basedOn?: number;
        };
        ModelPolicyVersionView: {
            /** @description Providers that may render; empty: every one that is installed. */
            providers: string[];
            /** @description Models that may be asked for; empty: every one that a provider offers. */
            models: string[];
            /** @description Id of the version. */
            id: string;
            /** @description Number, from 1. */
            version: number;
            /** @description sha256 of the canonical JSON of the content, hex. */
            hash: string;
            /** @description When it was published; it has not changed since. */
            publishedAt: string;
            /** @description When it governs. */
            effectiveAt: string;
        };
        ReviewPolicyBody: {
            /**
             * @description How artists are selected.
             * @enum {string}
             */
            selection: "review" | "first_come" | "draw";
            /** @description What applications are judged by, in words that applicants read. */
            criteria: string;
            /** @description People who score an application independently of each other. */
            reviewers: number;
            /** @description Days from the deadline to the decision. */
            decisionDays: number;
            /** @description Number of the version that this one was written from, 0 for the first: refused (409) when there is a newer one. */
            basedOn?: number;
        };
        ReviewPolicyVersionView: {
            /** @enum {string} */
            selection: "review" | "first_come" | "draw";
            /** @description What applications are judged by. */
            criteria: string;
            /** @description People who score an application independently of each other. */
            reviewers: number;
            /** @description Days from the deadline to the decision. */
            decisionDays: number;
            /** @description Id of the version. */
            id: string;
            /** @description Number, from 1. */
            version: number;
            /** @description sha256 of the canonical JSON of the content, hex. */
            hash: string;
            /** @description When it was published; it has not changed since. */
            publishedAt: string;
            /** @description When it governs. */
            effectiveAt: string;
        };
        RateItemView: {
            /** @description Its name in cards and earnings. */
            item: string;
            /** @description What it pays for. */
            says: string;
            /** @description Whether every card must price it. */
            isRequired: boolean;
        };
        RateCardListView: {
            /** @description What a card can price. */
            items: components["schemas"]["RateItemView"][];
            /** @description Newest first. */
            cards: components["schemas"]["RateCardVersionView"][];
            /** @description Programme id. */
            programId: string;
            /** @description Its name in addresses. */
            slug: string;
            /** @description Its name. */
            name: string;
        };
        RateChangeView: {
            /** @description What the earlier card says; `null`: nothing. Minor units, percent, days or hundredths of a percent. */
            before: number | null;
            /** @description What the later card says; `null`: nothing. */
            after: number | null;
            /** @enum {string} */
            change: "added" | "removed" | "raised" | "lowered";
            /** @description The item, or `rules.…`. */
            line: string;
        };
        RateCardChangesView: {
            /**
             * @description Currency of the amounts.
             * @enum {string}
             */
            currency: "EUR" | "USD" | "GBP" | "CHF" | "SEK" | "PLN" | "CAD" | "AUD" | "JPY" | "KWD";
            /** @description Empty when both say the same. */
            changes: components["schemas"]["RateChangeView"][];
            /** @description Number of the earlier version; 0: nothing. */
            from: number;
            /** @description Number of the later version. */
            to: number;
        };
        LintBody: {
            /** @description Clauses as they are being written. */
            clauses: components["schemas"]["ClauseBody"][];
        };
        SpeechFaultView: {
            /** @description What it touches without keeping it free. */
            topics: ("pay" | "conditions" | "criticism" | "legal rights" | "reporting harm")[];
            /** @description The clause that silences. */
            clauseId: string;
        };
        MaterialReasonView: {
            /**
             * @description In which way.
             * @enum {string}
             */
            why: "added" | "removed" | "moved" | "end_changed" | "wording";
            /** @description The clause that binds to something else. */
            clauseId: string;
        };
        WordChangeView: {
            /** @enum {string} */
            kind: "same" | "added" | "removed";
            /** @description The words, with their spaces. */
            text: string;
        };
        ClauseChangeView: {
            /**
             * @description Which of the five documents it belongs to.
             * @enum {string}
             */
            document: "terms" | "confidentiality" | "responsible_use" | "sharing" | "compensation";
            /**
             * @description What became of it.
             * @enum {string}
             */
            kind: "added" | "removed" | "changed" | "same";
            /** @description The rule, word by word. */
            text: components["schemas"]["WordChangeView"][];
            /** @description The plain summary, word by word. */
            summary: components["schemas"]["WordChangeView"][];
            /** @description Its end before; null: none. */
            endedAt: string | null;
            /** @description Its end now; null: none. */
            endsAt: string | null;
            /**
             * @description The event that ends it now; null: none.
             * @enum {string|null}
             */
            endsOn: "public_release" | "programme_end" | null;
            /** @description The clause, by its stable id. */
            clauseId: string;
            /** @description Heading, of the later version where it has the clause. */
            title: string;
        };
        LintView: {
            /** @description Documents without a clause. */
            missing: ("terms" | "confidentiality" | "responsible_use" | "sharing" | "compensation")[];
            /** @description Clauses that silence protected speech. */
            silencing: components["schemas"]["SpeechFaultView"][];
            /** @description Why the change is material against the newest version; empty: it may be published as not material. */
            material: components["schemas"]["MaterialReasonView"][];
            /** @description Against the newest version, clause by clause. */
            changes: components["schemas"]["ClauseChangeView"][];
            /** @description Ids that several clauses have. */
            repeated: string[];
            /** @description Clauses of secrecy without an end. */
            endless: string[];
            /** @description Number of the version that these are compared with; 0: there is none. */
            basedOn: number;
        };
        TermsChangesView: {
            /** @description Every clause of either version, in the order of the later one; what went comes last. */
            clauses: components["schemas"]["ClauseChangeView"][];
            /** @description Number of the earlier version; 0: nothing was before. */
            from: number;
            /** @description Number of the later version. */
            to: number;
            /** @description Whether the later version asks for a new consent. */
            isMaterial: boolean;
            /** @description When the later version governs. */
            effectiveAt: string;
        };
        DraftView: {
            /**
             * @description Which document.
             * @enum {string}
             */
            kind: "terms" | "rate_card" | "quota_plan" | "mark_policy" | "model_policy" | "review_policy";
            /** @description What is being written. */
            content: {
                [key: string]: unknown;
            };
            /** @description Number of the published version that it was begun from; 0: from nothing. */
            basedOn: number;
            /** @description Whether a newer version was published since: bring the draft up to it before publishing. */
            isOutdated: boolean;
            /** @description Name of whoever saved it last. */
            savedBy: string;
            /** @description When. */
            savedAt: string;
            /** @description Send it as If-Match with the next save; also in the ETag header. */
            etag: string;
        };
        DraftListView: {
            items: components["schemas"]["DraftView"][];
        };
        DraftBody: {
            /** @description What is being written, as its publication takes it; it may be unfinished. */
            content: {
                [key: string]: unknown;
            };
            /** @description Number of the published version that it was begun from; 0: from nothing. */
            basedOn: number;
        };
        CohortView: {
            /** @description Its own quota plan; null: that of the programme. */
            quotaPlan: components["schemas"]["QuotaPlanVersionView"] | null;
            /** @description Id, `coh_…`. */
            id: string;
            /** @description Id of the programme. */
            programId: string;
            /** @description Name. */
            name: string;
            /** @description When its artists may start. */
            startsAt: string;
            /** @description When its time ends. */
            endsAt: string;
            /** @description Seats. */
            capacity: number;
            /** @description Send it as If-Match with a change. */
            etag: string;
        };
        CohortListView: {
            /** @description By their start. */
            items: components["schemas"]["CohortView"][];
            /** @description Seats of the programme that no cohort has. */
            seatsLeft: number;
        };
        CohortBody: {
            /** @description Name, unique in its programme. */
            name: string;
            /** @description When its artists may start (RFC 3339); not before the programme. */
            startsAt: string;
            /** @description When its time ends (RFC 3339); not after the programme. */
            endsAt: string;
            /** @description Seats; all cohorts together have no more than the programme. */
            capacity: number;
        };
        CohortChangeBody: {
            /** @description Name, unique in its programme. */
            name?: string;
            /** @description When its artists may start (RFC 3339). */
            startsAt?: string;
            /** @description When its time ends (RFC 3339). */
            endsAt?: string;
            /** @description Seats. */
            capacity?: number;
        };
        StateView: {
            /** @enum {string} */
            state: "draft" | "open" | "running" | "closing" | "closed";
            /** @description What can be done in it. */
            allows: ("prepare" | "publish" | "extend" | "apply" | "admit" | "generate" | "share" | "feedback" | "ask" | "pay")[];
        };
        ActivityView: {
            /** @enum {string} */
            activity: "prepare" | "publish" | "extend" | "apply" | "admit" | "generate" | "share" | "feedback" | "ask" | "pay";
            /** @description In words. */
            says: string;
        };
        StatesView: {
            states: components["schemas"]["StateView"][];
            activities: components["schemas"]["ActivityView"][];
        };
        ProgramChangeBody: {
            /** @description Name of the programme. */
            name?: string;
            /** @description The model that artists try. */
            model?: string;
            /** @description When artists may start (RFC 3339). */
            startsAt?: string;
            /** @description When the programme ends (RFC 3339). */
            endsAt?: string;
            /** @description Number of seats. */
            capacity?: number;
            /** @description When applications close (RFC 3339). */
            applicationsUntil?: string;
            /** @description When every applicant has a decision (RFC 3339). */
            decisionsBy?: string;
            /** @description When the model became public (RFC 3339): secrecy that waits for it ends. Said once. */
            releasedAt?: string;
        };
        ProgramView: {
            /**
             * @description draft, open (takes applications), running, closing (no new work), closed.
             * @enum {string}
             */
            state: "draft" | "open" | "running" | "closing" | "closed";
            /**
             * @description Currency of the rate card and of the fund.
             * @enum {string}
             */
            currency: "EUR" | "USD" | "GBP" | "CHF" | "SEK" | "PLN" | "CAD" | "AUD" | "JPY" | "KWD";
            /** @description When applications close; null: when the programme ends. */
            applicationsUntil: string | null;
            /** @description When every applicant has a decision; null: nothing is promised. */
            decisionsBy: string | null;
            /** @description When the model became public; null: not yet. */
            releasedAt: string | null;
            /** @description What its state allows. */
            allows: ("prepare" | "publish" | "extend" | "apply" | "admit" | "generate" | "share" | "feedback" | "ask" | "pay")[];
            /** @description What the caller may do with it now. */
            available: ("open" | "start" | "close" | "finish")[];
            /** @description The terms in force; null before the first publication. */
            terms: components["schemas"]["TermsVersionView"] | null;
            /** @description The price list in force. */
            rateCard: components["schemas"]["RateCardVersionView"] | null;
            /** @description What an artist may generate. */
            quotaPlan: components["schemas"]["QuotaPlanVersionView"] | null;
            /** @description The mark on every clip. */
            markPolicy: components["schemas"]["MarkPolicyVersionView"] | null;
            /** @description Which providers and models may render; null: every one that is installed. */
            modelPolicy: components["schemas"]["ModelPolicyVersionView"] | null;
            /** @description How artists are selected; null: nothing is said. */
            reviewPolicy: components["schemas"]["ReviewPolicyVersionView"] | null;
            /** @description Terms that are published and not yet in force; null: there are none. */
            announcedTerms: components["schemas"]["TermsVersionView"] | null;
            /** @description What is missing before it can open. */
            missing: ("terms" | "rate_card" | "quota_plan" | "mark_policy" | "model_policy" | "review_policy")[];
            /** @description Id, `prg_…`. */
            id: string;
            /** @description Short name in addresses. */
            slug: string;
            /** @description Name of the programme. */
            name: string;
            /** @description The model that artists try. */
            model: string;
            /** @description When artists may start. */
            startsAt: string;
            /** @description When it ends. */
            endsAt: string;
            /** @description Number of seats. */
            capacity: number;
            /** @description Send it as If-Match with a change of name, model, dates or seats. */
            etag: string;
        };
        CopyBody: {
            /** @description Short name of the copy in addresses. */
            slug: string;
            /** @description Name of the copy. */
            name: string;
            /** @description When its artists may start (RFC 3339). Its end and the ends of its clauses move with it. */
            startsAt: string;
        };
        ProgramDateView: {
            /** @enum {string} */
            kind: "programme" | "applications" | "cohort" | "terms" | "secrecy" | "deadline";
            /** @description Stable: the same date moved is the same entry. */
            key: string;
            /** @description What happens. */
            title: string;
            /** @description When. */
            at: string;
            /** @description Where to read more: a path of the portal. */
            link: string;
        };
        CalendarView: {
            /** @description Earliest first. */
            items: components["schemas"]["ProgramDateView"][];
        };
        ProgramSummaryView: {
            /**
             * @description draft, open (takes applications), running, closing (no new work), closed.
             * @enum {string}
             */
            state: "draft" | "open" | "running" | "closing" | "closed";
            /**
             * @description Currency of the rate card and of the fund.
             * @enum {string}
             */
            currency: "EUR" | "USD" | "GBP" | "CHF" | "SEK" | "PLN" | "CAD" | "AUD" | "JPY" | "KWD";
            /** @description When applications close; null: when the programme ends. */
            applicationsUntil: string | null;
            /** @description When every applicant has a decision; null: nothing is promised. */
            decisionsBy: string | null;
            /** @description When the model became public; null: not yet. */
            releasedAt: string | null;
            /** @description What its state allows. */
            allows: ("prepare" | "publish" | "extend" | "apply" | "admit" | "generate" | "share" | "feedback" | "ask" | "pay")[];
            /** @description What the caller may do with it now. */
            available: ("open" | "start" | "close" | "finish")[];
            /** @description Id, `prg_…`. */
            id: string;
            /** @description Short name in addresses. */
            slug: string;
            /** @description Name of the programme. */
            name: string;
            /** @description The model that artists try. */
            model: string;
            /** @description When artists may start. */
            startsAt: string;
            /** @description When it ends. */
            endsAt: string;
            /** @description Number of seats. */
            capacity: number;
            /** @description Send it as If-Match with a change of name, model, dates or seats. */
            etag: string;
        };
        ProgramPage: {
            items: components["schemas"]["ProgramSummaryView"][];
            /** @description Cursor of the next page; null on the last. */
            next: string | null;
        };
        ProgramBody: {
            /**
             * @description Currency of the rate card and of the fund.
             * @enum {string}
             */
            currency: "EUR" | "USD" | "GBP" | "CHF" | "SEK" | "PLN" | "CAD" | "AUD" | "JPY" | "KWD";
            /** @description Short name in addresses: lower-case letters, digits and hyphens. */
            slug: string;
            /** @description Name of the programme. */
            name: string;
            /** @description The model that artists try. */
            model: string;
            /** @description When artists may start (RFC 3339). */
            startsAt: string;
            /** @description When the programme ends (RFC 3339). */
            endsAt: string;
            /** @description Number of seats. */
            capacity: number;
            /** @description When applications close (RFC 3339). Absent: when the programme ends. */
            applicationsUntil?: string;
            /** @description When every applicant has a decision (RFC 3339). */
            decisionsBy?: string;
        };
        MoneyInput: {
            /** @enum {string} */
            currency: "EUR" | "USD" | "GBP" | "CHF" | "SEK" | "PLN" | "CAD" | "AUD" | "JPY" | "KWD";
            /** @description Integer count of the currency's minor unit, above zero. */
            amount: number;
        };
        MoneyView: {
            /** @enum {string} */
            currency: "EUR" | "USD" | "GBP" | "CHF" | "SEK" | "PLN" | "CAD" | "AUD" | "JPY" | "KWD";
            /** @description Integer count of the currency's minor unit (cents, yen, fils). */
            amount: number;
        };
        FundingView: {
            /** @description Id of the booking, `fnd_…`. */
            id: string;
            /** @description Id of the programme. */
            programId: string;
            /** @description What came in. */
            amount: components["schemas"]["MoneyView"];
        };
        ProgramFundView: {
            /** @description Id of the programme. */
            programId: string;
            /** @description All that is in the fund. */
            balance: components["schemas"]["MoneyView"];
            /** @description Reserved for something already promised. */
            held: components["schemas"]["MoneyView"];
            /** @description What can still be promised. */
            available: components["schemas"]["MoneyView"];
        };
        ApplicationBody: {
            /** @description Answers to the questions of the form, by their keys. */
            answers?: {
                [key: string]: unknown;
            };
            /** @description Who you are and what you would try. */
            statement: string;
            /** @description Addresses of works of yours. */
            portfolio: string[];
            /** @description Studio, company or school: nobody of the same one scores the application. Reviewers do not see it. */
            team?: string;
            /** @description IANA name of your time zone, such as Europe/Berlin: deadlines are told in it. */
            timeZone?: string;
            /** @description true keeps the application a draft; otherwise it is submitted at once. */
            draft?: boolean;
        };
        FileView: {
            /**
             * @description By its content.
             * @enum {string}
             */
            contentType: "application/pdf" | "image/png" | "image/jpeg" | "image/webp" | "video/mp4" | "video/webm";
            /** @description Id, `fil_…`. */
            id: string;
            /** @description Its name; while the application is blind only what kind it is. */
            name: string;
            bytes: number;
            /** @description Of what was handed in; a file with another one is not delivered. */
            sha256: string;
            /** @description Where it is downloaded from. */
            link: string;
        };
        ScoreView: {
            /** @description Mean in points from 1 to 5. */
            mean: number | null;
            /** @description Highest minus lowest, in points. */
            spread: number;
            /** @description Completed reviews. */
            reviews: number;
            /** @description Reviews that the published selection promises. */
            promised: number;
        };
        WaitingView: {
            /** @description How many come before and with it: 1 is next. Said to the artist; null in lists of all. */
            position: number | null;
            /** @description When it is looked at again. */
            reviewAt: string | null;
            /** @description Place that was given; stays while others leave. */
            place: number;
        };
        DeclineReasonView: {
            /**
             * @description Ground, from a closed list.
             * @enum {string}
             */
            code: "capacity" | "fit" | "portfolio" | "eligibility" | "incomplete" | "terms";
            /** @description The reason in words. */
            text: string;
        };
        ApplicationView: {
            /** @description Id of the artist; null while it is judged without knowing whose it is. */
            personId: string | null;
            /** @description Answers by the keys of the form's questions; while it is blind only those that do not tell who it is. */
            answers: {
                [key: string]: unknown;
            };
            /** @description Version of the form; null where there was none. */
            formVersion: number | null;
            /** @description sha256 over everything that was handed in; null for a draft. */
            digest: string | null;
            files: components["schemas"]["FileView"][];
            /** @description What reviews came to; null for its author, and where nobody scores. */
            score: components["schemas"]["ScoreView"] | null;
            /** @description When the decision was promised. */
            decideBy: string | null;
            /** @description When it was decided. */
            decidedAt: string | null;
            waiting: components["schemas"]["WaitingView"] | null;
            /**
             * @description The artist sees the same word as the manager.
             * @enum {string}
             */
            state: "draft" | "submitted" | "in_review" | "waitlisted" | "invited" | "declined" | "withdrawn" | "expired";
            /** @description Why it was declined; empty otherwise. */
            reasons: components["schemas"]["DeclineReasonView"][];
            /** @description The enrollment, once invited. */
            enrollmentId: string | null;
            /** @description When it was submitted; null for a draft. */
            submittedAt: string | null;
            /** @description What the caller may do with it now. */
            available: ("submit" | "reopen" | "withdraw" | "startReview" | "invite" | "waitlist" | "decline")[];
            /** @description Id, `app_…`. */
            id: string;
            /** @description Id of the programme. */
            programId: string;
            /** @description Name of the programme. */
            programName: string;
            /** @description Name of the artist, or what stands in its place. */
            personName: string;
            /** @description Whether it is judged without knowing whose it is. */
            isBlind: boolean;
            /** @description Who they are and what they would try. */
            statement: string;
            /** @description Addresses of their works. */
            portfolio: string[];
            /** @description Studio, company or school; empty while it is blind. */
            team: string;
            /** @description Time zone that deadlines are told in. */
            timeZone: string;
            /** @description Send it back when saving a draft. */
            revision: number;
            /** @description What reviewers wrote for the artist, once it is decided. */
            comments: string[];
            /** @description Days over the promise, begun ones included. */
            daysLate: number;
            /** @description When it was written. */
            createdAt: string;
            /** @description When it last changed. */
            updatedAt: string;
        };
        ApplicationPage: {
            items: components["schemas"]["ApplicationView"][];
            /** @description Cursor of the next page; null on the last. */
            next: string | null;
        };
        ApplicationDraftBody: {
            /** @description Answers to the questions of the form, by their keys. */
            answers?: {
                [key: string]: unknown;
            };
            /** @description Who you are and what you would try. */
            statement: string;
            /** @description Addresses of works of yours. */
            portfolio: string[];
            /** @description Studio, company or school: nobody of the same one scores the application. Reviewers do not see it. */
            team?: string;
            /** @description IANA name of your time zone, such as Europe/Berlin: deadlines are told in it. */
            timeZone?: string;
            /** @description true keeps the application a draft; otherwise it is submitted at once. */
            draft?: boolean;
            /** @description `revision` of what you changed. */
            revision: number;
        };
        DeclineReasonBody: {
            /**
             * @description Ground, from a closed list.
             * @enum {string}
             */
            code: "capacity" | "fit" | "portfolio" | "eligibility" | "incomplete" | "terms";
            /** @description The reason in words. */
            text: string;
        };
        ApplicationVerbBody: {
            /** @description Why; needed to decline. */
            reasons?: components["schemas"]["DeclineReasonBody"][];
            /** @description To invite: id of the cohort that the artist joins. */
            cohortId?: string;
            /** @description To waitlist: when the place is looked at again (RFC 3339); 30 days from now unless said. */
            reviewAt?: string;
            /** @description For the record of the programme; not shown to the artist. */
            note?: string;
        };
        EligibilityShape: {
            /** @description Answers that meet it: options, or `yes` and `no`. For numbers the bounds say it. */
            wants: string[];
            /** @description What somebody reads who does not meet it. */
            says: string;
        };
        FormFieldShape: {
            /** @enum {string} */
            kind: "line" | "text" | "number" | "choice" | "choices" | "yes_no" | "date" | "link";
            /**
             * @description Characters at most, for texts.
             * @default null
             */
            maxLength: number | null;
            min?: number | null;
            max?: number | null;
            /** @default null */
            eligibility: components["schemas"]["EligibilityShape"] | null;
            /** @description Name of the answer, unique in the form: lower-case letters, digits and _. */
            key: string;
            /** @description The question. */
            label: string;
            /**
             * @description A sentence below it.
             * @default
             */
            help: string;
            /** @default false */
            isRequired: boolean;
            /** @description What can be chosen. */
            options: string[];
            /**
             * @description Whether reviewers see the answer. Questions about who somebody is are for the programme only.
             * @default true
             */
            isBlind: boolean;
        };
        CriterionShape: {
            /** @description Short name, unique among them. */
            key: string;
            title: string;
            /** @description Whole percent; the weights sum to 100. */
            weight: number;
            /** @description What each score means, from 1 to 5. */
            anchors: string[];
        };
        FormView: {
            fields: components["schemas"]["FormFieldShape"][];
            rubric?: components["schemas"]["CriterionShape"][];
            /** @description sha256 of its content. */
            hash: string | null;
            publishedAt: string | null;
            /** @description The answers as a JSON schema (draft 2020-12). */
            schema: {
                [key: string]: unknown;
            };
            /** @description 0: none was published; a statement and links are asked for. */
            version: number;
        };
        EntryView: {
            form: components["schemas"]["FormView"];
            /**
             * @description How artists are selected; null: people decide, nothing more was said.
             * @enum {string|null}
             */
            selection: "review" | "first_come" | "draw" | null;
            /** @description Last moment to send one. */
            closesAt: string | null;
            /** @description When a decision is promised for one that is sent now. */
            decideBy: string | null;
            /** @description Why nobody can apply now, in words; null: it can be done. */
            closedBecause: string | null;
            /** @description What applications are judged by, in words. */
            criteria: string;
            /** @description People who score each application. */
            reviewers: number;
            /** @description Seats that are free. */
            seatsLeft: number;
            /** @description Who waits already. */
            waiting: number;
        };
        FormBody: {
            fields: components["schemas"]["FormFieldShape"][];
            rubric?: components["schemas"]["CriterionShape"][];
            /** @description Version that this was written from; 0 for the first. */
            basedOn: number;
        };
        FormLintBody: {
            fields: components["schemas"]["FormFieldShape"][];
            rubric?: components["schemas"]["CriterionShape"][];
        };
        FormLintView: {
            /** @description The answers as a JSON schema (draft 2020-12). */
            schema: {
                [key: string]: unknown;
            };
            /** @description What is wrong, in words; empty: it can be published. */
            faults: string[];
        };
        EligibilityBody: {
            /** @description Answers to the questions that are conditions; others are left aside. */
            answers: {
                [key: string]: unknown;
            };
        };
        EligibilityView: {
            isEligible: boolean;
            /** @description Why not, one sentence each. */
            reasons: string[];
        };
        ProgramInvitationBody: {
            /**
             * Format: email
             * @description Whose seat it is: the account with this proved address, or the one that will be made with it.
             */
            email: string;
            /** @description Id of the cohort that they join. */
            cohortId?: string;
            /** @description Days that it is open. */
            days: number;
            /**
             * @description For the invited to read.
             * @default
             */
            note: string;
        };
        ProgramInvitationView: {
            cohortId: string | null;
            /** @description Name of the cohort. */
            cohortName: string | null;
            /** @enum {string} */
            state: "open" | "used" | "withdrawn" | "expired";
            /** @description What came of it. */
            applicationId: string | null;
            /** @description What you may do with it now. */
            available: ("accept" | "withdraw")[];
            /** @description Id, `inv_…`. */
            id: string;
            programId: string;
            programName: string;
            email: string;
            note: string;
            /** @description Name of whoever invites. */
            invitedBy: string;
            expiresAt: string;
            createdAt: string;
        };
        ProgramInvitationPage: {
            items: components["schemas"]["ProgramInvitationView"][];
            /** @description Cursor of the next page; null on the last. */
            next: string | null;
        };
        ConsentView: {
            /** @description Id of the terms that were accepted. */
            termsId: string;
            /** @description Their version. */
            version: number;
            /** @description Their hash. */
            hash: string;
            /** @description When they were accepted. */
            at: string;
        };
        SuspensionView: {
            /**
             * @description What is taken away.
             * @enum {string}
             */
            scope: "generation";
            /** @description Clause that was broken. */
            clauseId: string;
            /** @description Id of the terms that hold the clause. */
            termsId: string;
            /** @description Their version. */
            termsVersion: number;
            /** @description What happened. */
            facts: string;
            /** @description When it ends by itself. */
            endsAt: string;
        };
        EnrollmentView: {
            /** @description Id of the cohort that they were admitted with; null: none. */
            cohortId: string | null;
            /** @enum {string} */
            state: "terms_pending" | "active" | "paused" | "suspended" | "offboarding" | "alumni";
            /** @description The newest terms that the artist accepted; null before the first. */
            consent: components["schemas"]["ConsentView"] | null;
            /** @description Why and until when, while suspended. */
            suspension: components["schemas"]["SuspensionView"] | null;
            /** @description What the caller may do with it now. */
            available: ("consent" | "pause" | "resume" | "leave" | "suspend" | "reinstate")[];
            /** @description Id, `enr_…`. */
            id: string;
            /** @description Id of the programme. */
            programId: string;
            /** @description Name of the programme. */
            programName: string;
            /** @description Id of the artist. */
            personId: string;
            /** @description Name of the artist. */
            personName: string;
            /** @description When the invitation was made. */
            createdAt: string;
            /** @description When it last changed. */
            updatedAt: string;
        };
        BlindAnswerView: {
            key: string;
            /** @description The question. */
            label: string;
            answer: string;
        };
        ApplicationReviewView: {
            /** @enum {string} */
            state: "assigned" | "completed" | "recused";
            rubric: components["schemas"]["CriterionShape"][];
            answers: components["schemas"]["BlindAnswerView"][];
            files: components["schemas"]["FileView"][];
            /** @description When the artist was promised a decision. */
            decideBy: string | null;
            scores: {
                [key: string]: number;
            };
            /** @description Weighted, in points from 1 to 5; null before it is completed. */
            score: number | null;
            /** @description What you may do with it now. */
            available: ("complete" | "reopen" | "recuse")[];
            /** @description Id, `rev_…`. */
            id: string;
            programId: string;
            programName: string;
            applicationId: string;
            statement: string;
            /** @description Addresses of works. */
            portfolio: string[];
            panelNote: string;
            applicantComment: string;
        };
        ApplicationReviewPage: {
            items: components["schemas"]["ApplicationReviewView"][];
            /** @description Cursor of the next page; null on the last. */
            next: string | null;
        };
        ApplicationReviewBody: {
            /** @description To complete: a whole score from 1 to 5 for each criterion, by key. */
            scores: {
                [key: string]: number;
            };
            /**
             * @description For the panel only. To recuse oneself: why.
             * @default
             */
            panelNote: string;
            /**
             * @description For the artist, once it is decided.
             * @default
             */
            applicantComment: string;
        };
        StateCountView: {
            state: string;
            count: number;
        };
        PromiseView: {
            /** @description Promised for a day that has passed, and not decided. */
            open: number;
            /** @description Decided after the promised day. */
            late: number;
            /** @description Decided by it. */
            kept: number;
        };
        ApplicationPanelistView: {
            personId: string;
            name: string;
            team: string;
            assigned: number;
            completed: number;
            recused: number;
        };
        ConflictCountView: {
            /** @enum {string} */
            kind: "own" | "co_author" | "same_team" | "declared" | "recused";
            count: number;
        };
        PlacesDrawView: {
            /** @description Entries on the published list. */
            entries: number | null;
            /** @description Id, `drw_…`: its page lets everybody recompute it. */
            id: string;
            state: string;
            places: number;
        };
        SelectionView: {
            /** @enum {string|null} */
            selection: "review" | "first_come" | "draw" | null;
            counts: components["schemas"]["StateCountView"][];
            /** @description Last moment to apply. */
            closesAt: string | null;
            promise: components["schemas"]["PromiseView"];
            panel: components["schemas"]["ApplicationPanelistView"][];
            conflicts: components["schemas"]["ConflictCountView"][];
            draw: components["schemas"]["PlacesDrawView"] | null;
            /** @description Steps of the draw that can be taken now. */
            steps: ("commit" | "close" | "hold" | "cancel")[];
            /** @description People who score each application. */
            reviewers: number;
            /** @description Whether the form says by what is scored. */
            hasRubric: boolean;
            seatsLeft: number;
            /** @description Applications, at most 100, for which the panel has too few people without a conflict. */
            short: string[];
            /** @description Whether submitted applications can be handed out now. */
            canHandOut: boolean;
        };
        ReviewNoteView: {
            /** @description In points from 1 to 5. */
            score: number;
            note: string;
        };
        ReviewNotesView: {
            /** @description Without who wrote them. */
            items: components["schemas"]["ReviewNoteView"][];
        };
        ApplicationPanelBody: {
            /** @description `per_…`, with a role that may score. */
            personId: string;
            /**
             * @description Studio, company or school: they do not score applications of the same one.
             * @default
             */
            team: string;
        };
        HandOutView: {
            /** @description Applications that went to reviewers. */
            handedOut: number;
            /** @description Submitted ones that still wait: hand out again. */
            left: number;
        };
        DrawStepBody: {
            /** @description Why, to cancel: it stays public with the draw. */
            reason?: string;
        };
        MembersView: {
            /** @description Id of the cohort. */
            cohortId: string;
            /** @description Seats. */
            capacity: number;
            /** @description Seats taken. */
            taken: number;
        };
        MembersBody: {
            /** @description Ids of the enrollments that are admitted together; all of them or none. */
            enrollmentIds: string[];
        };
        PrecedentView: {
            /**
             * @description What it is about.
             * @enum {string}
             */
            topic: "show" | "speak" | "use" | "work" | "secret";
            /** @description The clause it reads; null: none was named. */
            clauseId: string | null;
            /** @description Version of the terms that the clause was read in. */
            termsVersion: number | null;
            /**
             * @description Yes, no, or yes with conditions.
             * @enum {string}
             */
            outcome: "yes" | "no" | "conditions";
            /** @description Id, `rul_…`: what a decision cites. */
            id: string;
            /** @description Id of the programme. */
            programId: string;
            /** @description The question, without names. */
            question: string;
            /** @description The answer, without names. */
            answer: string;
            /** @description Whether it is a yes because nobody answered in time. */
            isBySilence: boolean;
            /** @description From when it binds. */
            decidedAt: string;
        };
        PrecedentPage: {
            /** @description Newest first. */
            items: components["schemas"]["PrecedentView"][];
            /** @description Cursor of the next page; null on the last. */
            next: string | null;
        };
        RulingNumbersView: {
            /** @description Questions with an answer. */
            decided: number;
            /** @description Of these: by somebody, within two working days. */
            inTime: number;
            /** @description Of these: a yes because nobody answered. */
            bySilence: number;
            /** @description Questions without an answer. */
            waiting: number;
            /** @description Of these: past their two working days. */
            late: number;
        };
        MayIQuestionView: {
            /** @description Name of whoever asks; null to whoever rules: the answer does not depend on it. */
            askerName: string | null;
            /** @enum {string} */
            topic: "show" | "speak" | "use" | "work" | "secret";
            /** @description The clause in doubt; null: none was named. */
            clauseId: string | null;
            /** @description Version of the terms that governs the asker. */
            termsVersion: number | null;
            /** @enum {string} */
            state: "asked" | "ruled" | "granted" | "withdrawn";
            /**
             * @description Null before the ruling.
             * @enum {string|null}
             */
            outcome: "yes" | "no" | "conditions" | null;
            /** @description The answer and its reason. */
            answer: string | null;
            /** @description Under which conditions. */
            conditions: string | null;
            /** @description When it was ruled on. */
            decidedAt: string | null;
            /** @description What the caller may do with it now. */
            available: ("rule" | "withdraw")[];
            /** @description Id, `rul_…`. */
            id: string;
            /** @description Id of the programme. */
            programId: string;
            /** @description Name of the programme. */
            programName: string;
            /** @description Whether it may touch secrets: then silence is no yes. */
            isConfidential: boolean;
            /** @description “May I …?” */
            question: string;
            /** @description What one must know to answer. */
            context: string;
            /** @description When it was asked. */
            askedAt: string;
            /** @description Two working days later: unless it is about secrets, no answer by then is a yes. */
            dueAt: string;
            /** @description Whether everybody may read it without names. */
            isPublished: boolean;
        };
        MayIQuestionPage: {
            items: components["schemas"]["MayIQuestionView"][];
            /** @description Cursor of the next page; null on the last. */
            next: string | null;
        };
        MayIQuestionBody: {
            /**
             * @description What it is about.
             * @enum {string}
             */
            topic: "show" | "speak" | "use" | "work" | "secret";
            /** @description The programme, by id or slug; one that you are or were in. */
            programId: string;
            /** @description “May I …?” */
            question: string;
            /** @description What one must know to answer: where, when, which clip. Never published. */
            context?: string;
            /** @description The clause that leaves you in doubt, if you know it. */
            clauseId?: string;
        };
        RulingBody: {
            /**
             * @description Yes, no, or yes with conditions.
             * @enum {string}
             */
            outcome: "yes" | "no" | "conditions";
            /** @description The answer and its reason, to the asker. */
            answer: string;
            /** @description Under which conditions; needed with `conditions`. */
            conditions?: string;
            /** @description The question as everybody may read it, without names. */
            precedentQuestion?: string;
            /** @description The answer as everybody may read it, without names. */
            precedentAnswer?: string;
        };
        EnrollmentPage: {
            items: components["schemas"]["EnrollmentView"][];
            /** @description Cursor of the next page; null on the last. */
            next: string | null;
        };
        GoverningView: {
            /** @description Id of the terms. */
            termsId: string;
            /** @description Their version. */
            version: number;
            /** @description Their hash. */
            hash: string;
        };
        ObligationView: {
            /** @description When it stops to bind; null while enrolled. */
            until: string | null;
            /** @description Clause that says it. */
            clauseId: string;
            /** @description In plain words. */
            says: string;
            /** @description What it means in practice. */
            examples: string[];
        };
        ObligationsView: {
            /** @description What the artist may do. */
            may: components["schemas"]["ObligationView"][];
            /** @description What not. */
            mayNot: components["schemas"]["ObligationView"][];
            /** @description What else holds. */
            applies: components["schemas"]["ObligationView"][];
            /** @description What no clause can take away. */
            always: string[];
        };
        EnrollmentTermsView: {
            /** @description The newest terms, every clause, with version and hash: what there is to accept. */
            terms: components["schemas"]["TermsVersionView"];
            /** @description The newest terms that the artist accepted. */
            consent: components["schemas"]["ConsentView"] | null;
            /** @description What binds the artist now; null before the first consent: nothing does. */
            governing: components["schemas"]["GoverningView"] | null;
            /** @description Until when the change waits for an answer while work goes on; null: there is nothing to accept. */
            acceptBy: string | null;
            /** @description What the newest terms change against those that bind, clause by clause; empty when they are the same. */
            changes: components["schemas"]["ClauseChangeView"][];
            /** @description The clauses that bind on one screen; before the first consent those that would. */
            obligations: components["schemas"]["ObligationsView"];
            /** @description Whether there is nothing to accept. */
            isAccepted: boolean;
        };
        ConsentBody: {
            /** @description Id of the terms in force, as they were shown. */
            termsId: string;
            /** @description Their hash, as it was shown: proof of what was read. */
            hash: string;
        };
        EnrollmentVerbBody: {
            /** @description When the suspension ends by itself (RFC 3339). */
            endsAt?: string;
            /**
             * @description What is taken away. Portal, export, appeal and pay always stay open.
             * @enum {string}
             */
            scope?: "generation";
            /** @description Clause of the terms in force that was broken. */
            clauseId?: string;
            /** @description What happened. */
            facts?: string;
            /** @description For the record. */
            note?: string;
        };
        QuotaPlanView: {
            /** @enum {string} */
            window: "day" | "week" | "programme";
            /** @description Credits that carry over at most; null: the percentage alone decides. */
            rolloverCap: number | null;
            /** @description Id of the plan version in force. */
            id: string;
            /** @description Version number within the programme. */
            version: number;
            /** @description Credits of one window. */
            credits: number;
            /** @description Clips that may be under way at once; more are accepted as throttled. */
            concurrency: number;
            /** @description Clips that may wait besides those under way. */
            queued: number;
            /** @description Share of the queue: 2 gets twice as much as 1. */
            weight: number;
            /** @description Whether what is left of a window's credits is lost at its end. */
            expiresWithWindow: boolean;
            /** @description Percent of what is left that carries over all the same. */
            rolloverPercent: number;
            /** @description Credits per window that all artists share once their own are exhausted. */
            pooledCredits: number;
        };
        QuotaWindowView: {
            /** @description RFC 3339. */
            startsAt: string;
            /** @description RFC 3339; the next window begins at this instant. */
            endsAt: string;
            /** @description The version of the plan that the credits of this window came under. */
            planId: string;
            /** @description Whether another window follows; not while the artist is away, nor beyond the end of the programme. */
            isOpen: boolean;
            /** @description Credits that the next window brings under the plan in force now. */
            nextCredits: number;
            /** @description Credits at hand that do not expire with this window. */
            lasting: number;
        };
        QuotaGoodwillView: {
            /** @description Clips of one prompt that may be marked unusable. */
            perShot: number;
            /** @description Clips of one week, from Monday 00:00 UTC. */
            perWeek: number;
            /** @description Clips marked unusable since Monday. */
            usedThisWeek: number;
        };
        QuotaLineView: {
            /** @description The generation this is about. */
            generationId: string | null;
            /** @description Why, where a person or a rule gave a reason. */
            reason: string | null;
            /** @description RFC 3339. */
            at: string;
            /** @description `quota.granted`, `quota.charged`, `quota.expired`, `quota.topped_up`, `quota.goodwill_given`. */
            kind: string;
            /** @description Credits: arrivals above zero, spending below. */
            credits: number;
        };
        QuotaView: {
            /** @description In force now. Its caps apply at once, its credits from the next window on. */
            plan: components["schemas"]["QuotaPlanView"];
            /** @description The present window; null before the artist was ever active. */
            window: components["schemas"]["QuotaWindowView"] | null;
            /** @description Credits free in the pool that the programme's artists share; null: it has none. */
            pool: number | null;
            /** @description How often credits come back for clips that are unusable. */
            goodwill: components["schemas"]["QuotaGoodwillView"];
            /** @description What moved, newest first. */
            items: components["schemas"]["QuotaLineView"][];
            /** @description Cursor of the next page of `items`. */
            next: string | null;
            /** @description The enrollment these credits belong to. */
            enrollmentId: string;
            /** @description The programme of the enrollment. */
            programId: string;
            /** @description Credits owned, those held included. */
            balance: number;
            /** @description Credits reserved by clips that are not finished. */
            held: number;
            /** @description Credits that can be spent now. */
            available: number;
        };
        PricePerSecondView: {
            /** @description `360p` … `1080p`. */
            resolution: string;
            /** @description Credits for one second of a final at 24 fps. */
            credits: number;
        };
        PriceFactorView: {
            /** @description What it applies to, e.g. `30` frames per second or a provider's key. */
            of: string;
            /** @description Percent of the price of a second. */
            percent: number;
        };
        PriceTableView: {
            perSecond: components["schemas"]["PricePerSecondView"][];
            fps: components["schemas"]["PriceFactorView"][];
            providers: components["schemas"]["PriceFactorView"][];
            /** @description Every charge keeps the version it was made under. */
            version: number;
            /** @description RFC 3339; in force from this instant on. */
            from: string;
            /** @description Percent of the price that a draft costs. */
            draftPercent: number;
        };
        PriceTableListView: {
            /** @description Newest first; one whose date is still to come is not in force. */
            items: components["schemas"]["PriceTableView"][];
        };
        CreditSumsView: {
            /** @description Credits that came with windows of the plan. */
            granted: number;
            /** @description Credits that staff gave on top. */
            toppedUp: number;
            /** @description Credits that came back for unusable or late clips. */
            goodwill: number;
            /** @description Credits of the time in which the programme was paused. */
            madeGood: number;
            /** @description Credits that ended with their window. */
            expired: number;
            /** @description Credits that finished clips have cost. */
            spent: number;
            /** @description Credits that are there now, those held included. */
            balance: number;
            /** @description Credits reserved by clips that are not finished. */
            held: number;
            /** @description Credits that can be spent now. */
            available: number;
        };
        ProgramCreditsView: {
            /** @description All artists' own credits together. */
            own: components["schemas"]["CreditSumsView"];
            /** @description The pool they share; null: it never had any. */
            pool: components["schemas"]["CreditSumsView"] | null;
            programId: string;
            /** @description Artists who have ever had credits here. */
            artists: number;
        };
        TopUpBody: {
            /** @description Extra credits; they do not expire. */
            credits: number;
            /** @description Why; the artist reads it. */
            reason: string;
        };
        TopUpView: {
            /** @description `top_…` */
            id: string;
            /** @description Who got them. */
            enrollmentId: string;
            /** @description How many. */
            credits: number;
            /** @description Why. */
            reason: string;
        };
        AccuracyNumbersView: {
            /** @description Share of these that came within the p90 told at submit; 0 … 1, promised 0.9. */
            withinP90: number | null;
            /** @description Median distance from the p50 told at submit, in seconds. */
            medianErrorSeconds: number | null;
            /** @description The same as a share of the true time. Starts: of waits of a minute or more. */
            medianError: number | null;
            /** @description How many came to pass; below the smallest published number the rest is `null`. */
            count: number;
        };
        AccuracyDayView: {
            /** @description `2026-11-23`, UTC; `null` for the whole time. */
            day: string | null;
            starts: components["schemas"]["AccuracyNumbersView"];
            finishes: components["schemas"]["AccuracyNumbersView"];
            /** @description Clips that were told when they would start and be finished. */
            predictions: number;
        };
        AccuracyView: {
            total: components["schemas"]["AccuracyDayView"] | null;
            byDay: components["schemas"]["AccuracyDayView"][];
            /** @description RFC 3339. */
            at: string;
            /** @description Days back. */
            days: number;
            /** @description Fewer clips than this are not broken down. */
            smallestCount: number;
        };
        KeeperRateView: {
            /** @description `null` while there is no keeper. */
            attemptsPerKeeper: number | null;
            minutesPerKeeper: number | null;
            creditsPerKeeper: number | null;
            /** @description Style, model or id of the artist; empty for all together. */
            key: string;
            /** @description Clips that were tried: succeeded, failed, refused or stopped. */
            attempts: number;
            /** @description Of these, marked usable. */
            keepers: number;
            /** @description Rendering time of all attempts. */
            minutes: number;
            /** @description Credits spent on them. */
            credits: number;
        };
        KeeperRatesView: {
            /**
             * @description Own clips, or those of everybody.
             * @enum {string}
             */
            of: "own" | "everybody";
            all: components["schemas"]["KeeperRateView"];
            byStyle: components["schemas"]["KeeperRateView"][];
            byModel: components["schemas"]["KeeperRateView"][];
            /** @description Only for staff; most attempts first. */
            byArtist: components["schemas"]["KeeperRateView"][];
        };
        ProjectView: {
            /** @description As it was written at submit. */
            name: string;
            /** @description Clips under it, ended or not. */
            clips: number;
            /** @description Of these, marked usable. */
            keepers: number;
            /** @description When the last one was submitted, RFC 3339. */
            lastAt: string;
        };
        ProjectListView: {
            items: components["schemas"]["ProjectView"][];
        };
        GenerationInput: {
            /**
             * @default 720p
             * @enum {string}
             */
            resolution: "360p" | "480p" | "720p" | "1080p";
            /**
             * @description Frames per second.
             * @default 24
             * @enum {number}
             */
            fps: 24 | 25 | 30;
            /**
             * @default 16:9
             * @enum {string}
             */
            aspect: "16:9" | "9:16" | "1:1" | "2.39:1";
            /** @description Needed only by artists in more than one programme. */
            programId?: string;
            /** @description What the clip shows. */
            prompt: string;
            /** @description What it must not show. */
            negativePrompt?: string;
            /**
             * @description Key of a published style (`GET /styles`), or `none`.
             * @default none
             */
            style: string;
            /** @description A version of that style; absent: the newest. */
            styleVersion?: number;
            /** @description A picture to start from (`POST /references`). */
            referenceId?: string;
            /** @description The own clip that this one remixes. */
            parentId?: string;
            /**
             * @description Length in whole seconds.
             * @default 10
             */
            seconds: number;
            /** @description Same request and seed, same picture. Absent: a random one, told in the answer. */
            seed?: number;
            /**
             * @description Clips of this request; each takes the next seed.
             * @default 1
             */
            variations: number;
            /**
             * @description Drafts cost a quarter and are promoted to finals with the same seed.
             * @default true
             */
            draft: boolean;
            /** @description Groups clips; any short name. */
            project?: string;
        };
        QuoteLineView: {
            /** @description What this line is about. */
            what: string;
            /** @description Credits; a discount is below zero. */
            credits: number;
        };
        UnhonouredView: {
            /** @enum {string} */
            field: "seed" | "negativePrompt" | "style" | "reference" | "fps" | "draft";
            /** @description What happens in its place. */
            says: string;
        };
        RouteLineView: {
            /** @description Key of the renderer. */
            provider: string;
            /** @description `chosen`, or why not. */
            verdict: string;
            /** @description The same in words. */
            says: string;
        };
        QuoteView: {
            lines: components["schemas"]["QuoteLineView"][];
            unhonoured: components["schemas"]["UnhonouredView"][];
            route: components["schemas"]["RouteLineView"][];
            /** @description Credits of the whole request. */
            credits: number;
            /** @description Credits of one variation. */
            each: number;
            /** @description How many variations. */
            variations: number;
            /** @description Version of the published price table. */
            priceVersion: number;
            /** @description Credits that can be spent now. */
            available: number;
            /** @description Whether they suffice, together with the programme's pool where there is one. */
            isEnough: boolean;
            /** @description Expected seconds of rendering for one clip on an idle worker. */
            renderSeconds: number;
            /** @description Who would make it now. */
            provider: string;
        };
        FailureView: {
            /** @description `CONTENT_POLICY`, `INVALID_INPUT`, `DEADLINE` …; stable. */
            code: string;
            /** @description What happened and what to do. */
            message: string;
        };
        GenerationFilesView: {
            /** @description Address of the MP4; supports range requests. */
            video: string;
            /** @description Address of a JPEG of one frame. */
            poster: string;
            /** @description Address of a JPEG with nine frames. */
            sheet: string;
            /** @description Hex digest of the MP4. */
            sha256: string;
            /** @description Size of the MP4. */
            bytes: number;
        };
        GenerationView: {
            /** @enum {string} */
            state: "queued" | "throttled" | "starting" | "processing" | "finishing" | "succeeded" | "failed" | "canceled" | "aborted" | "expired" | "refused";
            negativePrompt: string | null;
            /** @description Version of the style; `null` without one. */
            styleVersion: number | null;
            referenceId: string | null;
            /** @description The clip that this one remixes. */
            parentId: string | null;
            /** @description Wishes that its renderer cannot grant, and what happens in their place. */
            unhonoured: components["schemas"]["UnhonouredView"][];
            /** @description Why this renderer: one line for each there was. Empty when there was no choice. */
            route: components["schemas"]["RouteLineView"][];
            /** @enum {string} */
            resolution: "360p" | "480p" | "720p" | "1080p";
            /** @enum {number} */
            fps: 24 | 25 | 30;
            /** @enum {string} */
            aspect: "16:9" | "9:16" | "1:1" | "2.39:1";
            project: string | null;
            /** @description The draft this final was made from. */
            promotedFrom: string | null;
            /**
             * @description Why its artist cannot use it; its credits came back.
             * @enum {string|null}
             */
            unusableReason: "artifacts" | "ignored_prompt" | "broken_motion" | "wrong_style" | "unsafe" | null;
            /** @description Version of the model; known when it has succeeded. */
            model: string | null;
            startedAt: string | null;
            finishedAt: string | null;
            failure: components["schemas"]["FailureView"] | null;
            files: components["schemas"]["GenerationFilesView"] | null;
            /** @description What the caller may do with it now: `cancel`, `promote`, `keep`, `unkeep`, `mark_unusable`. */
            available: string[];
            /** @description `gen_…` */
            id: string;
            /** @description The request this is a variation of. */
            batchId: string;
            /** @description The programme it belongs to. */
            programId: string;
            /** @description What the clip shows. */
            prompt: string;
            /** @description Its key is in quarantine: the files are shown to nobody until somebody has looked at the incident. */
            isWithheld: boolean;
            /** @description Key of its style, or `none`. */
            style: string;
            /** @description Length in seconds. */
            seconds: number;
            /** @description Pixels. */
            width: number;
            /** @description Pixels. */
            height: number;
            /** @description 0 … 2^32 - 1 */
            seed: number;
            /** @description A draft can be promoted to a final with the same seed. */
            draft: boolean;
            /** @description Marked usable by its artist. */
            isKeeper: boolean;
            /** @description 0 … 1000 */
            progress: number;
            /** @description Failed attempts so far; they cost nothing. */
            faults: number;
            /** @description Credits held while it is open, spent when it succeeds, free again otherwise. */
            credits: number;
            /** @description Version of the published price table. */
            priceVersion: number;
            /** @description Which renderer makes it. */
            provider: string;
            /** @description RFC 3339. */
            queuedAt: string;
            /** @description Rises with every change; the id of the change in the live stream. */
            revision: number;
        };
        BatchView: {
            generations: components["schemas"]["GenerationView"][];
            /** @description `bat_…` */
            batchId: string;
        };
        GenerationPage: {
            items: components["schemas"]["GenerationView"][];
            next: string | null;
        };
        AheadView: {
            /** @description A letter for one artist within this answer; it says nothing beyond it. */
            artist: string;
            /** @description Clips of this artist that start before. */
            clips: number;
            /** @description Expected seconds of rendering of these. */
            renderSeconds: number;
        };
        CapsView: {
            /** @description Own clips in this pool that occupy a place. */
            underWay: number;
            /** @description How many may be under way or next in line at once. */
            concurrency: number;
            /** @description Own clips that wait behind this cap. */
            throttled: number;
        };
        WaitView: {
            /** @enum {string} */
            state: "queued" | "throttled" | "starting" | "processing" | "finishing" | "succeeded" | "failed" | "canceled" | "aborted" | "expired" | "refused";
            /** @description 1 = next to start; `null` when it no longer waits, or when no worker is there. */
            position: number | null;
            /** @description The same by artist, most clips first, at most twenty. */
            ahead: components["schemas"]["AheadView"][];
            caps: components["schemas"]["CapsView"];
            /** @description Seconds until it starts: half of all clips do by then. */
            startP50Seconds: number | null;
            /** @description Seconds until it starts: nine of ten clips do by then. */
            startP90Seconds: number | null;
            /** @description Seconds until it is finished: half of all clips are by then. */
            p50Seconds: number | null;
            /** @description Seconds until it is finished: nine of ten clips are by then. */
            p90Seconds: number | null;
            /** @enum {string|null} */
            obstacle: "provider_gone" | "provider_unavailable" | "provider_paused" | "provider_resting" | "beyond_limits" | "no_worker" | null;
            /** @description Own clips that start before it. */
            aheadOwn: number;
            /** @description Other artists' clips that start before it. */
            aheadOthers: number;
            /** @description How many artists these belong to. */
            aheadArtists: number;
            /** @description Renders that all workers of its pool can do at once. */
            places: number;
            /** @description Clips that occupy them now. */
            underWay: number;
            /** @description Whether somebody is there who can make it. */
            isPossible: boolean;
            /** @description Why it waits, in a sentence. */
            reason: string;
        };
        KeeperInput: {
            /** @description Whether this clip is usable. */
            isKeeper: boolean;
        };
        UnusableInput: {
            /**
             * @description What is wrong with it.
             * @enum {string}
             */
            reason: "artifacts" | "ignored_prompt" | "broken_motion" | "wrong_style" | "unsafe";
            /** @description In one's own words. */
            note?: string;
        };
        FileLinkView: {
            /** @description Needs no credential; relative to the address of Atelier when it begins with a slash. */
            url: string;
            /** @description Ten minutes at most. */
            expiresAt: string;
        };
        PoolView: {
            /** @description Name of the pool. */
            id: string;
            /** @description Renders that its live workers can do at once. */
            places: number;
            /** @description Clips released to its workers. */
            underWay: number;
            /** @description Clips that wait for a place. */
            queued: number;
            /** @description Clips over their artist's own cap. */
            throttled: number;
            /** @description Artists with a clip that waits for a place. */
            artistsWaiting: number;
            /** @description Seconds of rendering that wait, by estimate. */
            waitingSeconds: number;
        };
        PoolListView: {
            items: components["schemas"]["PoolView"][];
        };
        LineView: {
            /** @description Name of the pool. */
            pool: string;
            enrollmentId: string;
            programId: string;
            personId: string;
            personName: string;
            /** @description Clips that wait for a place. */
            queued: number;
            /** @description Clips over the artist's own cap. */
            throttled: number;
            /** @description Clips that occupy a place now. */
            underWay: number;
            /** @description Seconds of rendering that wait, by estimate. */
            waitingSeconds: number;
            /** @description Credits held by what waits. */
            credits: number;
            /** @description RFC 3339: when the oldest of them was asked for. */
            oldestAt: string;
            /** @description Share of the pool relative to others. */
            weight: number;
            /** @description How many may be under way or next in line at once. */
            concurrency: number;
            /** @description How many more may wait behind that. */
            queueCap: number;
        };
        LineListView: {
            items: components["schemas"]["LineView"][];
            /** @description Artists who wait, those not listed included; one in two pools counts twice. */
            total: number;
        };
        ProviderLimitsView: {
            /** @description Frames per second it can make. */
            frameRates: number[];
            /** @description The only sizes, such as `1280x720`; empty: any. */
            sizes: string[];
            /** @description The shortest clip. */
            minSeconds: number;
            /** @description The longest clip. */
            maxSeconds: number;
            /** @description Pixels. */
            maxWidth: number;
            /** @description Pixels. */
            maxHeight: number;
        };
        ProviderErrorView: {
            /** @description Of the closed list of outcomes. */
            code: string;
            /** @description What the vendor said. */
            message: string;
            /** @description RFC 3339. */
            at: string;
        };
        ProviderView: {
            /** @description Clips that may be under way at once; `null`: as many as its pool has workers. */
            places: number | null;
            /**
             * @description Its circuit, the same for all processes.
             * @enum {string}
             */
            state: "closed" | "open" | "probing" | "paused";
            /** @description What the caller may do now: `pause`, `resume`. */
            available: string[];
            /** @description What somebody should do about its state; `null`: nothing. */
            advice: string | null;
            honours: ("seed" | "negativePrompt" | "style" | "reference" | "fps" | "draft")[];
            limits: components["schemas"]["ProviderLimitsView"];
            /** @description When it is tried again; RFC 3339. */
            retryAt: string | null;
            /** @description Until when it asked to be left alone; RFC 3339. */
            holdUntil: string | null;
            lastError: components["schemas"]["ProviderErrorView"] | null;
            /** @description When a clip last came out; RFC 3339. */
            succeededAt: string | null;
            /** @description What the last self-test found wrong; `null`: it can run. */
            ailment: string | null;
            /** @description When it was last tested; RFC 3339. */
            checkedAt: string | null;
            /** @description Its name in requests and settings. */
            key: string;
            /** @description `procedural` or `model`. */
            kind: string;
            /** @description Version of the model or renderer. */
            model: string;
            /** @description The pool whose workers run it. */
            pool: string;
            /** @description `here`: in our own workers. `elsewhere`: at a vendor or on a server of its own. */
            runs: string;
            /** @description While one is pinned, clips go nowhere else. */
            isPinned: boolean;
            /** @description Above 1: preferred. */
            weight: number;
            /** @description Takes no new clips; what waits is still made. */
            isDraining: boolean;
            /** @description In a row. */
            failures: number;
            /** @description Clips that are there now. */
            open: number;
            /** @description Of these, submits whose answer was lost and whose fate is being found out. */
            doubtful: number;
        };
        ProviderListView: {
            items: components["schemas"]["ProviderView"][];
        };
        LeaseView: {
            /** @description The clip. */
            generationId: string;
            /** @description Who has the right to it. */
            worker: string;
            /** @description Who makes it. */
            provider: string;
            /** @description `processing` or `finishing`. */
            state: string;
            /** @description 0 … 1000 */
            progress: number;
            /** @description RFC 3339. */
            takenAt: string;
            /** @description Until when the right lasts without a sign of life; RFC 3339. */
            expiresAt: string;
            /** @description When the clip is stopped uncharged; RFC 3339. */
            deadlineAt: string;
        };
        LeaseListView: {
            items: components["schemas"]["LeaseView"][];
        };
        CircuitMoveView: {
            /** @description The failure behind it, if any. */
            reason: string | null;
            /** @description What was done. */
            verb: string;
            /** @description From which state. */
            from: string;
            /** @description To which state. */
            to: string;
            /** @description Who did it; `system`: Atelier itself. */
            actorId: string;
            /** @description RFC 3339. */
            at: string;
        };
        CircuitHistoryView: {
            items: components["schemas"]["CircuitMoveView"][];
        };
        ProviderSettingsBody: {
            /** @description Clips go to pinned ones only. */
            isPinned?: boolean;
            /** @description 0.1 … 100; 1 is neutral. */
            weight?: number;
            /** @description Takes no new clips. */
            isDraining?: boolean;
        };
        StyleProviderView: {
            /** @description Key of the renderer. */
            provider: string;
            /** @description Whether the style says anything to it. */
            isSpoken: boolean;
        };
        StyleRateView: {
            /** @description Keepers in a hundred attempts; `null` while there are too few to say. */
            keeperPercent: number | null;
            /** @description Clips with this style that were tried. */
            attempts: number;
            /** @description Of these, marked usable. */
            keepers: number;
        };
        StyleView: {
            /** @description Which renderers it speaks to. */
            providers: components["schemas"]["StyleProviderView"][];
            /** @description Of everybody in all programmes. */
            rate: components["schemas"]["StyleRateView"];
            /** @description Own clips only; `null` for who has none. */
            ownRate: components["schemas"]["StyleRateView"] | null;
            /** @description `sty_…`, of this version. */
            id: string;
            /** @description What a request names. */
            key: string;
            /** @description Rises with every publication. */
            version: number;
            /** @description As people read it. */
            name: string;
            /** @description What it looks like. */
            description: string;
        };
        StyleListView: {
            items: components["schemas"]["StyleView"][];
        };
        StyleVersionView: {
            /** @description How it is said to each provider; `any` to those without a line of their own. */
            looks: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            state: "draft" | "published" | "retired";
            /** @description What the caller may do now: `publish`, `retire`, `change`. */
            available: string[];
            /** @description `sty_…` */
            id: string;
            /** @description What a request names. */
            key: string;
            /** @description Counts from 1. */
            version: number;
            /** @description As people read it. */
            name: string;
            /** @description What it looks like. */
            description: string;
            /** @description RFC 3339. */
            updatedAt: string;
        };
        StyleVersionListView: {
            items: components["schemas"]["StyleVersionView"][];
        };
        NewStyleBody: {
            /** @description By provider, or `any`: `prompt` (with `{prompt}`), `negativePrompt`, `parameters`, `look`. */
            looks: {
                [key: string]: unknown;
            };
            /** @description A new style, or a new version of one. */
            key: string;
            name: string;
            description: string;
        };
        StyleChange: {
            /** @description By provider, or `any`: `prompt` (with `{prompt}`), `negativePrompt`, `parameters`, `look`. */
            looks: {
                [key: string]: unknown;
            };
            name: string;
            description: string;
        };
        ReferenceView: {
            /** @enum {string} */
            contentType: "image/png" | "image/jpeg" | "image/webp";
            /** @description `ref_…`: what a request names. */
            id: string;
            /** @description Pixels. */
            width: number;
            /** @description Pixels. */
            height: number;
            /** @description Size of the file. */
            bytes: number;
            /** @description Address of the picture, for its owner. */
            picture: string;
        };
        LineageNodeView: {
            generation: components["schemas"]["GenerationView"];
            /** @description The clip it comes from; `null`: where it all began. */
            parentId: string | null;
            /** @description `final`: promoted from a draft. `remix`: made from a clip. `origin`: the first. */
            kind: string;
        };
        LineageView: {
            /** @description Oldest first; a clip's parent comes before it. */
            items: components["schemas"]["LineageNodeView"][];
        };
        CapabilitiesBody: {
            /** @description Keys of the models it renders, as in `spec.model`. */
            models?: string[];
            /** @description Pixels. */
            maxWidth?: number;
            /** @description Pixels. */
            maxHeight?: number;
            maxSeconds?: number;
            /** @description Frames per second it can deliver. */
            frameRates?: number[];
        };
        RegisterBody: {
            /** @description Unique below one key. Registering under it again is the same worker. */
            name: string;
            /** @description Of the worker's own program. */
            version: string;
            /**
             * @description Clips it renders at once.
             * @default 1
             */
            slots: number;
            capabilities: components["schemas"]["CapabilitiesBody"];
        };
        RegisteredView: {
            /** @enum {string} */
            state: "active" | "draining" | "maintenance" | "gone";
            workerId: string;
            pool: string;
            /** @description A clip whose worker is silent for this long is given to another one. */
            leaseSeconds: number;
            /** @description How often to send a heartbeat for each clip in hand. */
            heartbeatSeconds: number;
            /** @description Bearer token for every other call. */
            token: string;
            /** @description Ask for a new one before. */
            tokenExpiresAt: string;
        };
        WorkerTokenView: {
            /** @description Bearer token for every other call. */
            token: string;
            /** @description Ask for a new one before. */
            tokenExpiresAt: string;
        };
        JobClaimBody: {
            /** @description Of the worker's own making. Asking again under it gives the clips of the first time: for a lost answer. */
            claimId?: string;
            /**
             * @description How long to wait for a clip, milliseconds.
             * @default 0
             */
            waitMs: number;
            /**
             * @description Clips wanted at most.
             * @default 1
             */
            max: number;
        };
        JobSpec: {
            negativePrompt: string | null;
            /** @enum {string} */
            style: "none" | "cinematic" | "film35" | "noir" | "neon" | "watercolor" | "anime";
            /** @enum {number} */
            fps: 24 | 25 | 30;
            /** @description Key of the model. */
            model: string;
            prompt: string;
            seconds: number;
            width: number;
            height: number;
            /** @description 0 … 4294967295 */
            seed: number;
            draft: boolean;
        };
        JobView: {
            spec: components["schemas"]["JobSpec"];
            /** @description Id of the clip. */
            id: string;
            /** @description To be sent with every word about this clip: it tells this lease from an earlier or a later one. */
            fence: number;
            leaseExpiresAt: string;
            /** @description After this instant the clip is given up, however lively its worker. */
            deadlineAt: string;
        };
        SkippedView: {
            /**
             * @description Why they do not fit.
             * @enum {string}
             */
            reason?: "model" | "size" | "length" | "frame_rate" | "no_slot";
            count: number;
        };
        JobClaimView: {
            jobs: components["schemas"]["JobView"][];
            /**
             * @description Anything but `active`: nothing comes any more.
             * @enum {string}
             */
            state: "active" | "draining" | "maintenance" | "gone";
            skipped: components["schemas"]["SkippedView"][];
        };
        HeartbeatBody: {
            /**
             * @description 0 … 1, never falling.
             * @default 0
             */
            progress: number;
            /** @description What it is doing, for the operator. */
            phase?: string;
            fence: number;
        };
        HeartbeatView: {
            /** @description Null when the clip was canceled. */
            leaseExpiresAt: string | null;
            /** @description Stop and forget the clip: its artist has canceled it, or its deadline has passed. */
            cancel: boolean;
            /** @description Finish what is in hand and claim nothing more. */
            drain: boolean;
        };
        UploadBody: {
            bytes: number;
            /** @description Hex. */
            sha256: string;
            fence: number;
        };
        UploadView: {
            /** @enum {string} */
            method: "PUT";
            /** @description To be sent with the file as they are. */
            headers: {
                [key: string]: string;
            };
            /** @description Relative to the address of Atelier when it begins with a slash. */
            url: string;
            expiresAt: string;
        };
        CompleteBody: {
            bytes: number;
            /** @description Hex. */
            sha256: string;
            fence: number;
            /** @description Version of the model that made it; written into the clip. */
            model: string;
        };
        EndedView: {
            /**
             * @description `delivered`, or `returned` to be tried again or given up.
             * @enum {string}
             */
            outcome: "delivered" | "returned";
            /** @description Id of the clip. */
            id: string;
        };
        FailBody: {
            /** @enum {string} */
            code: "CONTENT_POLICY" | "INVALID_INPUT" | "AUTH" | "QUOTA" | "RATE_LIMITED" | "TRANSIENT" | "TIMEOUT" | "BAD_OUTPUT" | "CANCELLED" | "UNKNOWN";
            message: string;
            fence: number;
        };
        LeaseBody: {
            fence: number;
        };
        StandingView: {
            /** @enum {string} */
            state: "active" | "draining" | "maintenance" | "gone";
        };
        HeldJobView: {
            /** @description What the worker says it is doing. */
            phase: string | null;
            generationId: string;
            fence: number;
            /** @description 0 … 1 */
            progress: number;
            takenAt: string;
            leaseExpiresAt: string;
            deadlineAt: string;
        };
        WorkerView: {
            /** @enum {string} */
            state: "active" | "draining" | "maintenance" | "gone";
            /** @description Why it is not active. */
            reason: string | null;
            capabilities: components["schemas"]["CapabilitiesBody"];
            jobs: components["schemas"]["HeldJobView"][];
            /** @description What the caller may do with it now. */
            available: ("drain" | "maintain" | "resume")[];
            id: string;
            name: string;
            pool: string;
            version: string;
            /** @description Of the key it signs in with. */
            keyId: string;
            stateSince: string;
            /** @description Clips it renders at once. */
            slots: number;
            lastSeenAt: string;
            /** @description Whether it was heard of just now. */
            isConnected: boolean;
            /** @description Clips whose lease ran out in its hands, ever. */
            lost: number;
            /** @description Clips it has delivered. */
            done: number;
        };
        WorkerList: {
            items: components["schemas"]["WorkerView"][];
        };
        FleetBody: {
            /** @description For whoever looks at it next. */
            reason?: string;
        };
        StorageSweepView: {
            /** @description Keys of delivered files that the store does not have: restore them from a backup. */
            missing: string[];
            at: string;
            /** @description Files that the store holds. */
            files: number;
            bytes: number;
            /** @description Files that nothing refers to; they were removed. */
            orphans: number;
            orphanBytes: number;
        };
        StorageView: {
            /**
             * @description `disk` or `s3`.
             * @enum {string}
             */
            kind: "disk" | "s3";
            /** @description Null: nobody has looked yet. */
            lastSweep: components["schemas"]["StorageSweepView"] | null;
            /** @description Delivered files, by the database. */
            files: number;
            bytes: number;
        };
        BurntMarkView: {
            /** @enum {string} */
            place: "top_left" | "top_right" | "bottom_left" | "bottom_right";
            /** @description Words of the mark. */
            text: string;
        };
        ManifestView: {
            /**
             * @description `self_made`: this installation made the certificate itself, and nobody vouches for it.
             * @enum {string}
             */
            signedWith: "self_made" | "key" | "service" | "command";
            /**
             * @description What it says about training and data mining; `null`: nothing.
             * @enum {string|null}
             */
            trainingUse: "not_allowed" | "allowed" | null;
            /** @description The artist's name in it; `null`: they are not named. */
            credit: string | null;
            /** @description Label of the active manifest, `urn:c2pa:…`. */
            label: string;
            /** @description Name in the signer's certificate. */
            signer: string;
            /** @description Whether the chain of the signer ends at a root that this installation was told to trust. */
            isTrusted: boolean;
            /** @description sha256 of the signer's certificate, hex. */
            fingerprint: string;
            /** @description Whether the record of the model that made the clip is inside. */
            hasSource: boolean;
        };
        ProvenanceView: {
            /**
             * @description What made the picture; `null` for clips from before this was noted.
             * @enum {string|null}
             */
            madeWith: "procedural" | "model" | null;
            /** @description Version of the model or of the formula. */
            model: string | null;
            /** @description The mark in the picture; `null`: none. */
            mark: components["schemas"]["BurntMarkView"] | null;
            /** @description What the picture says of itself, under the mark or alone. */
            label: string | null;
            /** @description The signed record (C2PA) in the file; `null`: none. */
            manifest: components["schemas"]["ManifestView"] | null;
            /** @description When the stored file was last read and found to be this; RFC 3339. */
            verifiedAt: string | null;
            /** @description sha256 of the delivered video, hex. */
            sha256: string;
        };
        SignerView: {
            /** @enum {string} */
            kind: "self_made" | "key" | "service" | "command";
            /** @description Why nothing can be signed; `null`: all is well. */
            fault: string | null;
            /** @description Name in the certificate. */
            name: string;
            /** @description sha256 of the certificate, hex. */
            fingerprint: string;
            /** @description When it ends. */
            notAfter: string;
            /** @description Whether anybody but this installation vouches for it: a self-made certificate is nobody's word. */
            isVouchedFor: boolean;
        };
        CreditLineView: {
            /** @description The name in the records of your clips; `null`: you are not named. */
            name: string | null;
            /** @description Whether the programme names artists at all. */
            isOffered: boolean;
        };
        CreditLineInput: {
            /** @description The name as it is to stand there; `null` takes it back for clips to come. */
            name: string | null;
            /** @description Needed only by artists in more than one programme. */
            programId?: string;
        };
        FileCheckSumView: {
            /** @enum {string} */
            outcome: "ok" | "missing" | "altered" | "manifest_invalid" | "unreadable";
            /** @description Checks of the last 30 days that ended so. */
            count: number;
            /** @description The last of them. */
            lastAt: string;
        };
        FileCheckView: {
            /** @enum {string} */
            outcome: "ok" | "missing" | "altered" | "manifest_invalid" | "unreadable";
            /** @description What was found; `null` when all is well. */
            detail: string | null;
            /** @description `fck_…` */
            id: string;
            /** @description The clip whose stored file was read. */
            generationId: string;
            /** @description RFC 3339. */
            checkedAt: string;
        };
        FileCheckPage: {
            sums: components["schemas"]["FileCheckSumView"][];
            items: components["schemas"]["FileCheckView"][];
            next: string | null;
        };
        FileCheckRunView: {
            /** @description Files read. */
            checked: number;
            /** @description Files that are not what was delivered. */
            bad: number;
        };
        VerifyProgramView: {
            /** @description Name of the programme. */
            name: string;
            /** @description Last part of its address. */
            slug: string;
        };
        FoundManifestView: {
            /** @description Who signed, as the file says. */
            signer: string | null;
            /** @description What wrote it, as the file says. */
            generator: string | null;
            /** @description Codes of the C2PA specification for what does not hold. */
            failures: string[];
            /** @description Whether signature and every byte agree with it. */
            isValid: boolean;
            /** @description Whether the signer's chain ends at a root this installation trusts. */
            isTrusted: boolean;
        };
        VerifyView: {
            /**
             * @description `ours`: delivered here, unaltered; `altered`: made of such a file; `foreign`: with a record of others; `unknown`.
             * @enum {string}
             */
            outcome: "ours" | "altered" | "foreign" | "unknown";
            /** @description The programme it was made in. */
            program: components["schemas"]["VerifyProgramView"] | null;
            /**
             * @description What made the picture.
             * @enum {string|null}
             */
            madeWith: "procedural" | "model" | null;
            /** @description What the file that was sent carries; `null` when only its hash was given, or it carries none. */
            manifest: components["schemas"]["FoundManifestView"] | null;
            /** @description Hex. */
            sha256: string;
            /** @description The same as a sentence. */
            says: string;
            /** @description Whether the delivered file carries a signed record. */
            isSigned: boolean;
        };
        VideoErrorView: {
            /** @description Stable; `CONTENT_POLICY`, `canceled`, … */
            code: string;
            message: string;
        };
        VideoView: {
            /** @enum {string} */
            object: "video";
            /** @enum {string} */
            status: "queued" | "in_progress" | "completed" | "failed";
            completed_at: number | null;
            expires_at: number | null;
            prompt: string | null;
            remixed_from_video_id: string | null;
            error: components["schemas"]["VideoErrorView"] | null;
            id: string;
            model: string;
            /** @description Percent. */
            progress: number;
            /** @description Unix seconds. */
            created_at: number;
            /** @description Pixels, `1280x720`. */
            size: string;
            /** @description Whole seconds as text. */
            seconds: string;
        };
        VideoListView: {
            /** @enum {string} */
            object: "list";
            data: components["schemas"]["VideoView"][];
            first_id: string | null;
            last_id: string | null;
            has_more: boolean;
        };
        DeletedVideoView: {
            /** @enum {string} */
            object: "video.deleted";
            id: string;
            deleted: boolean;
        };
        ModelView: {
            /** @enum {string} */
            object: "model";
            id: string;
            /** @description Unix seconds; 0: not known. */
            created: number;
            owned_by: string;
        };
        ModelListView: {
            /** @enum {string} */
            object: "list";
            data: components["schemas"]["ModelView"][];
        };
        QueueFilter: {
            /** @enum {string} */
            part?: "free" | "mine" | "escalated" | "late" | "soon" | "again";
            /** @enum {string} */
            risk?: "low" | "medium" | "high";
            /** @enum {string} */
            label?: "violence" | "nudity" | "minors" | "politics" | "health" | "drugs" | "strong_language" | "flashing";
            /** @enum {string} */
            audience?: "wide" | "press" | "festival" | "portfolio";
            /** @description Only of this programme. */
            programId?: string;
            /** @description Only of this cohort. */
            cohortId?: string;
            /** @description Opaque position from the previous page's `next`. */
            cursor?: string;
            /**
             * @description Rows of one page.
             * @default 25
             */
            limit: number;
        };
        ClaimView: {
            /** @description Whether the claim is the reader's own. */
            isMine: boolean;
            /** @description When it ends; ISO date-time. */
            until: string;
        };
        StagedView: {
            /** @enum {string} */
            verb: "approve" | "requestChanges" | "decline";
            /** @description When it leaves; ISO date-time. Until then it can be taken back. */
            until: string;
            /** @description Whether it is the reader's own. */
            isMine: boolean;
        };
        AuthorView: {
            /** @description `per_…` */
            id: string;
            /** @description Name as credited. */
            name: string;
        };
        NoteView: {
            /** @description End of a range. */
            until: number | null;
            /** @description `not_…` */
            id: string;
            /** @description Seconds from the start. */
            at: number;
            text: string;
            /** @description Whether the artist reads it, too. */
            isForArtist: boolean;
            /** @description Whether the reader wrote it. */
            isMine: boolean;
            /** @description ISO date-time. */
            createdAt: string;
        };
        TimecodeInput: {
            /** @description Seconds from the start. */
            at: number;
            /** @description End of a range, seconds from the start. */
            until?: number;
        };
        StatementInput: {
            /**
             * @description Tone, opinion and image are not among them.
             * @enum {string}
             */
            ground?: "safety" | "rights" | "confidentiality" | "technical" | "terms";
            timecodes?: components["schemas"]["TimecodeInput"][];
            /** @description Clause of the terms in force, or of the version under which it was submitted. */
            clauseId?: string;
            /** @description Version the clause is quoted from; those in force when absent. */
            termsVersion?: number;
            /** @description A public ruling on “May I?” that the decision stands on, `rul_…`. */
            rulingId?: string;
            /** @description What was seen, at least 20 characters. */
            facts?: string;
            /** @description Whether software took part in finding or deciding; false when absent. */
            isAutomated?: boolean;
            /** @description What to change so that it passes. */
            remedy?: string;
        };
        ProposalView: {
            statement: components["schemas"]["StatementInput"] | null;
            /** @description Why a second person should look. */
            note: string;
        };
        RightsInput: {
            /**
             * @description Material of others in it. `unlicensed` cannot be submitted.
             * @enum {string}
             */
            thirdPartyMaterial?: "none" | "licensed" | "public_domain" | "unlicensed";
            /**
             * @description Recognisable real people. `unconsented` cannot be submitted.
             * @enum {string}
             */
            likenesses?: "none" | "consented" | "public_figure" | "unconsented";
            /** @description The prompt, reference images and everything else that went in is mine, or I may use it so. */
            ownsInputs?: boolean;
            /** @description I say wherever I show it that it was made with a generative model. */
            aiDisclosure?: boolean;
            /** @description Where a licence or a consent comes from, for the reviewer. */
            evidence?: string;
        };
        ClipView: {
            /** @description MP4; range requests are answered. */
            videoUrl: string;
            /** @description Still image. */
            posterUrl: string;
            /** @description Contact sheet. */
            sheetUrl: string;
            /** @description Length. */
            seconds: number;
            /** @description Pixels. */
            width: number;
            /** @description Pixels. */
            height: number;
            /** @description Frames per second, for stepping. */
            fps: number;
            /** @description What was asked for. */
            prompt: string;
            /** @description Style it was made in. */
            style: string;
        };
        RuleView: {
            /** @description Such as `RU-3`; what a statement cites. */
            id: string;
            /** @description responsible_use or sharing. */
            document: string;
            /** @description Heading. */
            title: string;
            /** @description The clause. */
            text: string;
            /** @description The clause in plain words. */
            summary: string;
        };
        TimecodeView: {
            /** @description End of a range, seconds from the start. */
            until?: number;
            /** @description Seconds from the start. */
            at: number;
        };
        ReasonsView: {
            /** @enum {string} */
            ground: "safety" | "rights" | "confidentiality" | "technical" | "terms";
            /** @description The public ruling on “May I?” that the decision stands on. */
            rulingId?: string;
            timecodes: components["schemas"]["TimecodeView"][];
            /** @enum {string} */
            decidedByRole: "artist" | "reviewer" | "finance" | "manager" | "admin" | "worker" | "system" | "public";
            /** @description Clause that was broken. */
            clauseId: string;
            /** @description Version of the terms the clause is quoted from. */
            termsVersion: number;
            /** @description What was seen. */
            facts: string;
            /** @description Whether software took part. */
            isAutomated: boolean;
            /** @description What to change so that it passes. */
            remedy: string;
            /** @description Until when an appeal is heard; ISO date-time. */
            appealUntil: string;
        };
        AppealView: {
            /** @enum {string} */
            state: "filed" | "in_review" | "upheld" | "overturned" | "partly_overturned";
            /** @description The hearer's answer. */
            reasons: string | null;
            /** @description ISO date-time. */
            closedAt: string | null;
            /** @description What the reader may do now. */
            available: ("take" | "giveBack" | "uphold" | "overturn" | "overturnPartly")[];
            /** @description `apl_…` */
            id: string;
            /** @description What it is about. */
            submissionId: string;
            /** @description The artist's words. */
            grounds: string;
            /** @description Whether the reader hears it. */
            isMine: boolean;
            /** @description ISO date-time. */
            createdAt: string;
        };
        PublishedView: {
            /** @description `wrk_…` */
            id: string;
            /** @description Last part of its address. */
            slug: string;
            /** @description Link to share, relative to the portal's address. */
            link: string;
            /** @description Whether the artist shows it. */
            isListed: boolean;
            /** @description Whether it was taken down by a decision. */
            isTakenDown: boolean;
        };
        StepView: {
            /** @description What was done. */
            verb: string;
            /** @description State before. */
            from: string;
            /** @description State after. */
            to: string;
            /** @description artist, reviewer or system: names of reviewers are not shown. */
            by: string;
            /** @description ISO date-time. */
            at: string;
        };
        SubmissionDetail: {
            /** @enum {string} */
            state: "draft" | "submitted" | "in_review" | "changes_requested" | "approved" | "declined" | "published" | "withdrawn" | "escalated" | "taken_down";
            /** @enum {string} */
            audience: "wide" | "press" | "festival" | "portfolio";
            labels: ("violence" | "nudity" | "minors" | "politics" | "health" | "drugs" | "strong_language" | "flashing")[];
            /** @enum {string} */
            risk: "low" | "medium" | "high";
            /** @description When a decision is due; ISO date-time. `null` for a draft. */
            dueAt: string | null;
            claim: components["schemas"]["ClaimView"] | null;
            /** @description For deciders only. */
            staged: components["schemas"]["StagedView"] | null;
            /** @description When the artist would like it out; ISO date-time. */
            wishedAt: string | null;
            /** @description When it was handed in first; ISO date-time. */
            submittedAt: string | null;
            /** @description When it was decided last; ISO date-time. */
            decidedAt: string | null;
            /** @description What the reader may do now. */
            available: ("submit" | "claim" | "release" | "expireClaim" | "requestChanges" | "approve" | "decline" | "escalate" | "approveLate" | "escalateLate" | "resubmit" | "withdraw" | "publish" | "takeDown" | "reinstate" | "reopen")[];
            /** @description Hidden from deciders until it is decided, where the policy says so. */
            author: components["schemas"]["AuthorView"] | null;
            /** @description Names credited beside the artist's; none while these are hidden. */
            coAuthors: string[];
            /**
             * @description What the artist said about how it sees the programme; `null` for everybody but the artist.
             * @enum {string|null}
             */
            stance: "critical" | "neutral" | "favourable" | null;
            /** @description When a reviewer took it up first; ISO date-time. */
            firstClaimedAt: string | null;
            /** @description Since when it is late, for ever; ISO date-time. */
            lateAt: string | null;
            pauses: components["schemas"]["PauseView"][];
            /** @description At frames and ranges; the artist reads those for them. */
            notes: components["schemas"]["NoteView"][];
            /** @description A first no that waits for a second person. */
            proposal: components["schemas"]["ProposalView"] | null;
            rights: components["schemas"]["RightsInput"];
            /** @description Not to be published before; ISO date-time. */
            embargoUntil: string | null;
            /** @description The rows of the published risk table that apply. */
            riskBecause: string[];
            clip: components["schemas"]["ClipView"];
            rules: components["schemas"]["RuleView"][];
            /** @description What the artist is asked to change. */
            note: string | null;
            /** @description While it is refused or taken down. */
            statement: components["schemas"]["ReasonsView"] | null;
            /** @description The latest appeal. */
            appeal: components["schemas"]["AppealView"] | null;
            work: components["schemas"]["PublishedView"] | null;
            history: components["schemas"]["StepView"][];
            /** @description Whether the artist is hidden from the reader now. */
            isBlind: boolean;
            /** @description Version of the sharing policy under which it was handed in. */
            policyVersion: number;
            /** @description What the artist says about it. */
            description: string;
            /** @description Version of the terms under which it was handed in. */
            termsVersion: number;
            /** @description `sub_…` */
            id: string;
            /** @description The clip. */
            generationId: string;
            /** @description Programme it belongs to. */
            programId: string;
            /** @description Title as it will be shown. */
            title: string;
            /** @description Poster image of the clip, for who may see it. */
            posterUrl: string;
            /** @description Whether the deadline has passed without a decision. */
            isLate: boolean;
            /** @description Whether the clock stands still because the artist is asked for changes. */
            isClockStopped: boolean;
            /** @description Whether a person or the clock has escalated it. */
            isEscalated: boolean;
            /** @description ISO date-time. */
            createdAt: string;
        };
        ConflictView: {
            /** @description `cfl_…` */
            id: string;
            submissionId: string;
            /** @description Title of the submission at which it was declared. */
            title: string;
            reason: string;
            /** @description ISO date-time. */
            declaredAt: string;
        };
        ConflictList: {
            items: components["schemas"]["ConflictView"][];
        };
        SkipInput: {
            /** @enum {string} */
            reason: "language" | "subject" | "distress" | "unsure" | "technical";
            /** @description For the next reviewer. */
            note?: string;
        };
        RecuseInput: {
            /** @description What ties you to it, such as “we work together”. */
            reason: string;
        };
        NoteInput: {
            /** @description End of a range, seconds from the start. */
            until?: number;
            /** @description Seconds from the start. */
            at: number;
            text: string;
            /** @description The artist reads it once a decision has left; otherwise it is for reviewers only. */
            isForArtist: boolean;
        };
        NoteList: {
            /** @description By their place in the clip. */
            items: components["schemas"]["NoteView"][];
        };
        SavedFilter: {
            name: string;
            /** @description As in the address of the queue, such as `risk=high&part=late`. */
            search: string;
        };
        DeskSettings: {
            filters: components["schemas"]["SavedFilter"][];
            /** @description Pictures are blurred until one asks for them. */
            blur: boolean;
            /** @description Sound is off until one asks for it. */
            mute: boolean;
            /** @description Pictures are grey. */
            grey: boolean;
            /** @description Single keys act. */
            keys: boolean;
            /** @description Minutes after which a break is suggested; 0: never. */
            breakMinutes: number;
        };
        PictureView: {
            /** @description Pixels; never wider than the clip. */
            width: number;
            url: string;
        };
        WorkView: {
            /** @description To find their other works by; `null` where their name is not told. */
            artistId: string | null;
            labels: ("violence" | "nudity" | "minors" | "politics" | "health" | "drugs" | "strong_language" | "flashing")[];
            /**
             * @description wide works stand in the gallery, the others are reached by link.
             * @enum {string}
             */
            audience: "wide" | "press" | "festival" | "portfolio";
            /** @enum {string} */
            licence: "all_rights_reserved" | "cc_by_4_0" | "cc_by_sa_4_0" | "cc_by_nc_4_0" | "cc_by_nc_sa_4_0" | "cc_by_nd_4_0" | "cc_by_nc_nd_4_0" | "cc0_1_0";
            /** @description Address of the licence's text; `null`: all rights are reserved. */
            licenceUrl: string | null;
            /**
             * @description What made the pictures: a generative model, or a formula without one. `null`: not known. Said wherever it is shown.
             * @enum {string|null}
             */
            madeWith: "procedural" | "model" | null;
            /** @description The still image in smaller sizes, narrowest first. */
            pictures: components["schemas"]["PictureView"][];
            /** @description `wrk_…` */
            id: string;
            /** @description Last part of its address. */
            slug: string;
            /** @description Link to share, relative to the portal's address. */
            link: string;
            /** @description Title. */
            title: string;
            /** @description What the artist says about it. */
            description: string;
            /** @description The artist's name; `Former artist` where they left and chose so. */
            credit: string;
            /** @description Names of those who made it with them. */
            coAuthors: string[];
            /** @description Words of the artist to find it by. */
            tags: string[];
            /** @description What the licence allows, in a sentence. */
            licenceSays: string;
            /** @description Pixels. */
            width: number;
            /** @description Pixels. */
            height: number;
            /** @description Frames per second. */
            fps: number;
            /** @description Length. */
            seconds: number;
            /** @description MP4; range requests are answered. */
            videoUrl: string;
            /** @description Still image, as large as the clip. */
            posterUrl: string;
            /** @description Page for a frame on another site. */
            embedUrl: string;
            /** @description Whether the artist shows it. */
            isListed: boolean;
            /** @description ISO date-time. */
            publishedAt: string;
        };
        SlotView: {
            roundId: string;
            roundTitle: string;
            slot: number;
            work: components["schemas"]["WorkView"];
        };
        SpreadView: {
            /** @description Gini coefficient: 0, everybody had the same; near 1, one had all. `null`: nothing was shown yet. */
            gini: number | null;
            /** @description Who agrees to be shown or was. */
            artists: number;
            /** @description Of them, who had a slot. */
            shown: number;
            slots: number;
            /** @description Most slots of one artist. */
            most: number;
        };
        ShowcaseView: {
            slots: components["schemas"]["SlotView"][];
            spread: components["schemas"]["SpreadView"];
        };
        RoundView: {
            /** @enum {string} */
            method: "rotation" | "draw";
            /** @enum {string} */
            state: "planned" | "closed" | "filled" | "cancelled";
            /** @description What whoever asks may do with it now. */
            verbs: ("close" | "fill" | "cancel")[];
            /** @description `shr_…`; a draw stands under it as its subject. */
            id: string;
            programId: string;
            title: string;
            slots: number;
            perQuarter: number;
            /** @description `2026-Q4`, in UTC: of this the cap is counted. */
            quarter: string;
            startsAt: string;
            endsAt: string;
        };
        RoundPage: {
            items: components["schemas"]["RoundView"][];
            /** @description Cursor of the following page. */
            next: string | null;
        };
        RoundDetail: {
            /** @enum {string} */
            method: "rotation" | "draw";
            /** @enum {string} */
            state: "planned" | "closed" | "filled" | "cancelled";
            /** @description What whoever asks may do with it now. */
            verbs: ("close" | "fill" | "cancel")[];
            entries: components["schemas"]["EntryView"][];
            /** @description `shr_…`; a draw stands under it as its subject. */
            id: string;
            programId: string;
            title: string;
            slots: number;
            perQuarter: number;
            /** @description `2026-Q4`, in UTC: of this the cap is counted. */
            quarter: string;
            startsAt: string;
            endsAt: string;
        };
        RoundInput: {
            /**
             * @description rotation: whoever was shown least comes first; draw: verifiable chance.
             * @enum {string}
             */
            method: "rotation" | "draw";
            /**
             * @description Slots that one artist may have in a quarter; of one round it is always one.
             * @default 2
             */
            perQuarter: number;
            /** Format: date-time */
            startsAt: string;
            /**
             * Format: date-time
             * @description At most 93 days after it begins.
             */
            endsAt: string;
            programId: string;
            title: string;
            slots: number;
        };
        OwnLicenceView: {
            /** @description When taking back the consent ended it. */
            endedAt: string | null;
            /** @description `lic_…` */
            id: string;
            /** @description For what, in the programme's words. */
            purpose: string;
            grantedAt: string;
            endsAt: string;
            /** @description Whether the work may be used under it now. */
            isRunning: boolean;
        };
        UseView: {
            /** @enum {string} */
            use: "showcase" | "marketing" | "training" | "press";
            /** @description By the card in force; `null`: it has none, so it cannot be agreed to. */
            price: components["schemas"]["MoneyView"] | null;
            /** @description What you agreed to; `null`: you do not agree. */
            agreedPrice: components["schemas"]["MoneyView"] | null;
            agreedAt: string | null;
            licences: components["schemas"]["OwnLicenceView"][];
            /** @description What agreeing means. */
            says: string;
        };
        OwnConsentsView: {
            uses: components["schemas"]["UseView"][];
            workId: string;
            slug: string;
            title: string;
            programId: string;
            /** @description Whether it is in public; nothing is licensed that is not. */
            isPublic: boolean;
        };
        OwnConsentsPage: {
            items: components["schemas"]["OwnConsentsView"][];
            /** @description Cursor of the following page. */
            next: string | null;
        };
        ConsentInput: {
            /** @description The price that you saw, in minor units: you agree to that and nothing below it. */
            price: number;
        };
        LicenceGrantedView: {
            /** @enum {string} */
            use: "showcase" | "marketing" | "training" | "press";
            /** @description Of the showcase. */
            roundId: string | null;
            /** @description When its artist took the consent back: it must be used no more. */
            endedAt: string | null;
            /** @description `lic_…` */
            id: string;
            workId: string;
            title: string;
            slug: string;
            credit: string;
            programId: string;
            purpose: string;
            grantedAt: string;
            endsAt: string;
            isRunning: boolean;
        };
        LicenceGrantedPage: {
            items: components["schemas"]["LicenceGrantedView"][];
            /** @description Cursor of the following page. */
            next: string | null;
        };
        ConsentingWorkView: {
            /** @enum {string} */
            use: "showcase" | "marketing" | "training" | "press";
            workId: string;
            title: string;
            slug: string;
            credit: string;
            posterUrl: string;
            programId: string;
            /** @description What its artist agreed to. */
            agreedPrice: components["schemas"]["MoneyView"];
            agreedAt: string;
            isPublic: boolean;
            /** @description Licences for this use so far. */
            licences: number;
            /** @description One is running: it cannot be paid for twice. */
            isLicensed: boolean;
        };
        ConsentingPage: {
            items: components["schemas"]["ConsentingWorkView"][];
            /** @description Cursor of the following page. */
            next: string | null;
        };
        LicenceInput: {
            /** @enum {string} */
            use: "marketing" | "training" | "press";
            /**
             * Format: date-time
             * @description Until when it may be used; at most two years ahead.
             */
            endsAt: string;
            /** @description `wrk_…` */
            workId: string;
            /** @description For what: its artist reads it. */
            purpose: string;
        };
        AppealInput: {
            /** @description In the artist's words. */
            grounds: string;
        };
        AppealPage: {
            items: components["schemas"]["AppealView"][];
            /** @description Cursor of the following page. */
            next: string | null;
        };
        AppealStepInput: {
            /** @description The answer to the artist, at least 20 characters; needed to uphold and to overturn. */
            reasons?: string;
        };
        CoAuthorInput: {
            /** @description As credited. */
            name: string;
            /**
             * Format: email
             * @description Of their account, if they have one: then they never decide about it. Shown to nobody.
             */
            email?: string;
        };
        SubmissionInput: {
            /** @description Replaces the whole rights statement. */
            rights?: components["schemas"]["RightsInput"];
            labels?: ("violence" | "nudity" | "minors" | "politics" | "health" | "drugs" | "strong_language" | "flashing")[];
            /** @enum {string} */
            audience?: "wide" | "press" | "festival" | "portfolio";
            /**
             * Format: date-time
             * @description Not to be published before this moment, at most a year ahead; `null`: as soon as it is approved.
             */
            embargoUntil?: string | null;
            /**
             * Format: date-time
             * @description When you would like it out: reviewers see it, nobody promises it; `null`: no wish.
             */
            wishedAt?: string | null;
            /** @description Replaces the whole list. */
            coAuthors?: components["schemas"]["CoAuthorInput"][];
            /**
             * @description How you see what it says about the model or the programme. Kept apart; counted in the parity report, shown to nobody who decides.
             * @enum {string|null}
             */
            stance?: "critical" | "neutral" | "favourable" | null;
            /** @description A keeper of one's own. */
            generationId: string;
            title: string;
            /** @description Keep it as a draft instead of handing it in. */
            draft?: boolean;
            description?: string;
        };
        CheckInput: {
            /** @description Replaces the whole rights statement. */
            rights?: components["schemas"]["RightsInput"];
            labels?: ("violence" | "nudity" | "minors" | "politics" | "health" | "drugs" | "strong_language" | "flashing")[];
            /** @enum {string} */
            audience?: "wide" | "press" | "festival" | "portfolio";
            /**
             * Format: date-time
             * @description Not to be published before this moment, at most a year ahead; `null`: as soon as it is approved.
             */
            embargoUntil?: string | null;
            /**
             * Format: date-time
             * @description When you would like it out: reviewers see it, nobody promises it; `null`: no wish.
             */
            wishedAt?: string | null;
            /** @description Replaces the whole list. */
            coAuthors?: components["schemas"]["CoAuthorInput"][];
            /**
             * @description How you see what it says about the model or the programme. Kept apart; counted in the parity report, shown to nobody who decides.
             * @enum {string|null}
             */
            stance?: "critical" | "neutral" | "favourable" | null;
            /** @description A keeper of one's own. */
            generationId?: string;
            title?: string;
            description?: string;
        };
        MissingView: {
            /** @description Part of the form, such as `title` or `rights.likenesses`. */
            part: string;
            /** @description The code with which handing in would be refused. */
            code: string;
            /** @description What to do, in a sentence. */
            says: string;
        };
        CheckView: {
            missing: components["schemas"]["MissingView"][];
            /** @enum {string} */
            risk: "low" | "medium" | "high";
            /** @description The rows of the published table that apply. */
            riskBecause: string[];
            /**
             * @description What happens when they are over.
             * @enum {string}
             */
            atDeadline: "approve" | "escalate";
            /** @description Whether it can be handed in as it is. */
            isReady: boolean;
            /** @description Hours a decision may take. */
            hours: number;
            /** @description People that a no takes. */
            peopleForNo: number;
            /** @description Version of the sharing policy in force. */
            policyVersion: number;
        };
        SubmissionView: {
            /** @enum {string} */
            state: "draft" | "submitted" | "in_review" | "changes_requested" | "approved" | "declined" | "published" | "withdrawn" | "escalated" | "taken_down";
            /** @enum {string} */
            audience: "wide" | "press" | "festival" | "portfolio";
            labels: ("violence" | "nudity" | "minors" | "politics" | "health" | "drugs" | "strong_language" | "flashing")[];
            /** @enum {string} */
            risk: "low" | "medium" | "high";
            /** @description When a decision is due; ISO date-time. `null` for a draft. */
            dueAt: string | null;
            claim: components["schemas"]["ClaimView"] | null;
            /** @description For deciders only. */
            staged: components["schemas"]["StagedView"] | null;
            /** @description When the artist would like it out; ISO date-time. */
            wishedAt: string | null;
            /** @description When it was handed in first; ISO date-time. */
            submittedAt: string | null;
            /** @description When it was decided last; ISO date-time. */
            decidedAt: string | null;
            /** @description What the reader may do now. */
            available: ("submit" | "claim" | "release" | "expireClaim" | "requestChanges" | "approve" | "decline" | "escalate" | "approveLate" | "escalateLate" | "resubmit" | "withdraw" | "publish" | "takeDown" | "reinstate" | "reopen")[];
            /** @description `sub_…` */
            id: string;
            /** @description The clip. */
            generationId: string;
            /** @description Programme it belongs to. */
            programId: string;
            /** @description Title as it will be shown. */
            title: string;
            /** @description Poster image of the clip, for who may see it. */
            posterUrl: string;
            /** @description Whether the deadline has passed without a decision. */
            isLate: boolean;
            /** @description Whether the clock stands still because the artist is asked for changes. */
            isClockStopped: boolean;
            /** @description Whether a person or the clock has escalated it. */
            isEscalated: boolean;
            /** @description ISO date-time. */
            createdAt: string;
        };
        SubmissionPage: {
            items: components["schemas"]["SubmissionView"][];
            /** @description Cursor of the following page. */
            next: string | null;
        };
        OfferChanges: {
            /** @description Replaces the whole rights statement. */
            rights?: components["schemas"]["RightsInput"];
            labels?: ("violence" | "nudity" | "minors" | "politics" | "health" | "drugs" | "strong_language" | "flashing")[];
            /** @enum {string} */
            audience?: "wide" | "press" | "festival" | "portfolio";
            /**
             * Format: date-time
             * @description Not to be published before this moment, at most a year ahead; `null`: as soon as it is approved.
             */
            embargoUntil?: string | null;
            /**
             * Format: date-time
             * @description When you would like it out: reviewers see it, nobody promises it; `null`: no wish.
             */
            wishedAt?: string | null;
            /** @description Replaces the whole list. */
            coAuthors?: components["schemas"]["CoAuthorInput"][];
            /**
             * @description How you see what it says about the model or the programme. Kept apart; counted in the parity report, shown to nobody who decides.
             * @enum {string|null}
             */
            stance?: "critical" | "neutral" | "favourable" | null;
            title?: string;
            description?: string;
        };
        StepInput: {
            /** @description For decline and takeDown; with escalate a first no, for the second person. */
            statement?: components["schemas"]["StatementInput"];
            /** @description For submit and resubmit. */
            changes?: components["schemas"]["OfferChanges"];
            /** @description For requestChanges and escalate: at least 10 characters. The note of an escalation is not shown to the artist. */
            note?: string;
        };
        WorkPage: {
            items: components["schemas"]["WorkView"][];
            /** @description Cursor of the following page. */
            next: string | null;
        };
        OwnWorkView: {
            /** @description To find their other works by; `null` where their name is not told. */
            artistId: string | null;
            labels: ("violence" | "nudity" | "minors" | "politics" | "health" | "drugs" | "strong_language" | "flashing")[];
            /**
             * @description wide works stand in the gallery, the others are reached by link.
             * @enum {string}
             */
            audience: "wide" | "press" | "festival" | "portfolio";
            /** @enum {string} */
            licence: "all_rights_reserved" | "cc_by_4_0" | "cc_by_sa_4_0" | "cc_by_nc_4_0" | "cc_by_nc_sa_4_0" | "cc_by_nd_4_0" | "cc_by_nc_nd_4_0" | "cc0_1_0";
            /** @description Address of the licence's text; `null`: all rights are reserved. */
            licenceUrl: string | null;
            /**
             * @description What made the pictures: a generative model, or a formula without one. `null`: not known. Said wherever it is shown.
             * @enum {string|null}
             */
            madeWith: "procedural" | "model" | null;
            /** @description The still image in smaller sizes, narrowest first. */
            pictures: components["schemas"]["PictureView"][];
            /**
             * @description Where it stands: in the gallery, reached by its link, taken out by you, or taken down by a decision.
             * @enum {string}
             */
            standing: "gallery" | "by_link" | "unlisted" | "taken_down";
            /** @description With the statement of reasons, if it was taken down, and the way to appeal. */
            submissionId: string;
            programId: string;
            /** @description Links for the press that are open. */
            pressLinks: number;
            /** @description `wrk_…` */
            id: string;
            /** @description Last part of its address. */
            slug: string;
            /** @description Link to share, relative to the portal's address. */
            link: string;
            /** @description Title. */
            title: string;
            /** @description What the artist says about it. */
            description: string;
            /** @description The artist's name; `Former artist` where they left and chose so. */
            credit: string;
            /** @description Names of those who made it with them. */
            coAuthors: string[];
            /** @description Words of the artist to find it by. */
            tags: string[];
            /** @description What the licence allows, in a sentence. */
            licenceSays: string;
            /** @description Pixels. */
            width: number;
            /** @description Pixels. */
            height: number;
            /** @description Frames per second. */
            fps: number;
            /** @description Length. */
            seconds: number;
            /** @description MP4; range requests are answered. */
            videoUrl: string;
            /** @description Still image, as large as the clip. */
            posterUrl: string;
            /** @description Page for a frame on another site. */
            embedUrl: string;
            /** @description Whether the artist shows it. */
            isListed: boolean;
            /** @description ISO date-time. */
            publishedAt: string;
        };
        OwnWorkPage: {
            items: components["schemas"]["OwnWorkView"][];
            /** @description Cursor of the following page. */
            next: string | null;
        };
        WorkChange: {
            /** @enum {string} */
            licence?: "all_rights_reserved" | "cc_by_4_0" | "cc_by_sa_4_0" | "cc_by_nc_4_0" | "cc_by_nc_sa_4_0" | "cc_by_nd_4_0" | "cc_by_nc_nd_4_0" | "cc0_1_0";
            /** @description At most eight; letters and digits, parted by hyphens. */
            tags?: string[];
        };
        FarewellView: {
            /**
             * @description What becomes of your works there when you leave.
             * @enum {string}
             */
            choice: "keep_name" | "former_artist" | "remove";
            programId: string;
            /** @description What it means. */
            says: string;
            /** @description Whether you have left: a change then takes effect at once. */
            hasLeft: boolean;
        };
        FarewellList: {
            items: components["schemas"]["FarewellView"][];
        };
        FarewellInput: {
            /** @enum {string} */
            choice: "keep_name" | "former_artist" | "remove";
        };
        PressLinkView: {
            /** @description When you ended it. */
            revokedAt: string | null;
            lastViewedAt: string | null;
            /** @description `prl_…` */
            id: string;
            label: string;
            /** @description Address to hand on, relative to the portal's. Whoever has it sees the work. */
            link: string;
            createdAt: string;
            expiresAt: string;
            /** @description Whether it opens the work now. */
            isOpen: boolean;
            /** @description How often it was opened. */
            views: number;
        };
        PressLinkList: {
            items: components["schemas"]["PressLinkView"][];
        };
        PressLinkInput: {
            /** @description For whom it is: only you see it. */
            label: string;
            /** @description Days until it is over. */
            days: number;
        };
        PressView: {
            labels: ("violence" | "nudity" | "minors" | "politics" | "health" | "drugs" | "strong_language" | "flashing")[];
            /** @enum {string|null} */
            madeWith: "procedural" | "model" | null;
            /** @description Nothing may be shown before this moment; `null`: no embargo. */
            embargoUntil: string | null;
            title: string;
            description: string;
            credit: string;
            coAuthors: string[];
            videoUrl: string;
            posterUrl: string;
            /** @description When the link is over. */
            expiresAt: string;
        };
        OembedView: {
            version: string;
            type: string;
            provider_name: string;
            provider_url: string;
            title: string;
            author_name: string;
            html: string;
            width: number;
            height: number;
            thumbnail_url: string;
            thumbnail_width: number;
            thumbnail_height: number;
            cache_age: number;
        };
        TagCount: {
            tag: string;
            /** @description Among the newest works. */
            count: number;
        };
        LicenceView: {
            /** @enum {string} */
            name: "all_rights_reserved" | "cc_by_4_0" | "cc_by_sa_4_0" | "cc_by_nc_4_0" | "cc_by_nc_sa_4_0" | "cc_by_nd_4_0" | "cc_by_nc_nd_4_0" | "cc0_1_0";
            url: string | null;
            says: string;
        };
        GalleryWords: {
            /** @description The most used tags of the newest works. */
            tags: components["schemas"]["TagCount"][];
            licences: components["schemas"]["LicenceView"][];
        };
        CuratedWorkView: {
            /** @description To find their other works by; `null` where their name is not told. */
            artistId: string | null;
            labels: ("violence" | "nudity" | "minors" | "politics" | "health" | "drugs" | "strong_language" | "flashing")[];
            /**
             * @description wide works stand in the gallery, the others are reached by link.
             * @enum {string}
             */
            audience: "wide" | "press" | "festival" | "portfolio";
            /** @enum {string} */
            licence: "all_rights_reserved" | "cc_by_4_0" | "cc_by_sa_4_0" | "cc_by_nc_4_0" | "cc_by_nc_sa_4_0" | "cc_by_nd_4_0" | "cc_by_nc_nd_4_0" | "cc0_1_0";
            /** @description Address of the licence's text; `null`: all rights are reserved. */
            licenceUrl: string | null;
            /**
             * @description What made the pictures: a generative model, or a formula without one. `null`: not known. Said wherever it is shown.
             * @enum {string|null}
             */
            madeWith: "procedural" | "model" | null;
            /** @description The still image in smaller sizes, narrowest first. */
            pictures: components["schemas"]["PictureView"][];
            /** @enum {string} */
            standing: "gallery" | "by_link" | "unlisted" | "taken_down";
            /** @description Where the reviewers’ decision stands, and where it is taken down with reasons. */
            submissionId: string;
            programId: string;
            /** @description `wrk_…` */
            id: string;
            /** @description Last part of its address. */
            slug: string;
            /** @description Link to share, relative to the portal's address. */
            link: string;
            /** @description Title. */
            title: string;
            /** @description What the artist says about it. */
            description: string;
            /** @description The artist's name; `Former artist` where they left and chose so. */
            credit: string;
            /** @description Names of those who made it with them. */
            coAuthors: string[];
            /** @description Words of the artist to find it by. */
            tags: string[];
            /** @description What the licence allows, in a sentence. */
            licenceSays: string;
            /** @description Pixels. */
            width: number;
            /** @description Pixels. */
            height: number;
            /** @description Frames per second. */
            fps: number;
            /** @description Length. */
            seconds: number;
            /** @description MP4; range requests are answered. */
            videoUrl: string;
            /** @description Still image, as large as the clip. */
            posterUrl: string;
            /** @description Page for a frame on another site. */
            embedUrl: string;
            /** @description Whether the artist shows it. */
            isListed: boolean;
            /** @description ISO date-time. */
            publishedAt: string;
        };
        CuratedPage: {
            items: components["schemas"]["CuratedWorkView"][];
            /** @description Cursor of the following page. */
            next: string | null;
        };
        PolicyHead: {
            /** @description ISO date-time; `null`: it came with Atelier. */
            publishedAt: string | null;
            version: number;
            /** @description What changed and why. */
            note: string;
        };
        RiskRowBody: {
            /** @enum {string} */
            risk: "low" | "medium" | "high";
            /** @description Any of these. */
            labels?: ("violence" | "nudity" | "minors" | "politics" | "health" | "drugs" | "strong_language" | "flashing")[];
            /** @description And any of these. */
            likenesses?: ("none" | "consented" | "public_figure" | "unconsented")[];
            /** @description And for any of these. */
            audiences?: ("wide" | "press" | "festival" | "portfolio")[];
            /**
             * @description And material of others is in it under licence.
             * @enum {boolean}
             */
            isThirdParty?: true;
            /** @description What is cited, such as `RK-3`. */
            id: string;
            /** @description Completes “because …”. */
            because: string;
            /** @description What would and would not be meant by it. */
            example: string;
        };
        TermView: {
            /** @description As used by the API. */
            name: string;
            /** @description For people. */
            means: string;
        };
        RiskClassView: {
            /** @enum {string} */
            risk: "low" | "medium" | "high";
            /**
             * @description What happens when they are over.
             * @enum {string}
             */
            atDeadline: "approve" | "escalate";
            /**
             * @description To whom an escalation goes.
             * @enum {string}
             */
            escalatesTo: "reviewer" | "manager" | "admin";
            /** @description What puts a submission into this class; the highest class counts. */
            because: string[];
            /** @description Hours a decision may take. */
            hours: number;
            /** @description People that a yes takes. */
            peopleForYes: number;
            /** @description People that a no takes. */
            peopleForNo: number;
        };
        PolicyView: {
            /** @description Newest first. */
            versions: components["schemas"]["PolicyHead"][];
            /** @description What puts a work into a class; the highest counts. */
            table: components["schemas"]["RiskRowBody"][];
            /** @description The only grounds for a refusal. */
            grounds: components["schemas"]["TermView"][];
            risks: components["schemas"]["RiskClassView"][];
            labels: components["schemas"]["TermView"][];
            audiences: components["schemas"]["TermView"][];
            /** @description Version of the table of risk and the clocks. What is open keeps the one under which it was handed in. */
            version: number;
            /** @description What changed in it and why. */
            note: string;
            /** @description Reviewers do not see whose work it is until it is decided. */
            isBlind: boolean;
            /** @description Share of decisions that a second person looks at without knowing the first. */
            secondOpinionShare: number;
            /** @description Seconds in which a reviewer may take a verdict back before anybody is told. */
            undoSeconds: number;
            /** @description Minutes a reviewer has a submission for themselves. */
            claimMinutes: number;
            /** @description Hours at least for a decision after requested changes. */
            resubmissionHours: number;
            /** @description Months in which a refusal can be appealed. */
            appealMonths: number;
        };
        RiskClassBody: {
            /** @enum {string} */
            atDeadline: "approve" | "escalate";
            /** @enum {string} */
            escalatesTo: "reviewer" | "manager" | "admin";
            /** @description Hours a decision may take. */
            hours: number;
            /** @description People that a no takes: 1 or 2. */
            peopleForNo: number;
        };
        RiskClassesBody: {
            low: components["schemas"]["RiskClassBody"];
            medium: components["schemas"]["RiskClassBody"];
            high: components["schemas"]["RiskClassBody"];
        };
        PolicyBody: {
            classes: components["schemas"]["RiskClassesBody"];
            table: components["schemas"]["RiskRowBody"][];
            /** @description The version that it is published on top of: the one in force. */
            base: number;
            /** @description What changes and why, for everybody who reads it. */
            note: string;
            /** @description Reviewers do not see whose work it is until it is decided. */
            isBlind: boolean;
            /** @description Share of decisions that a second person looks at, 0 to 1. */
            secondOpinionShare: number;
        };
        ApprovalNumbersView: {
            /** @description Median hours from handing in to the first yes or no. */
            medianHours: number | null;
            /** @description Refusals and removals by ground. */
            refusalsByGround?: {
                safety: number;
                rights: number;
                confidentiality: number;
                technical: number;
                terms: number;
            };
            /** @description Share of answered appeals that succeeded, wholly or in part, 0 to 1. */
            overturnRate: number | null;
            /** @description Decisions to approve. */
            approved: number;
            /** @description Of these, by the clock because nobody decided in time. */
            approvedByClock: number;
            /** @description Decisions to decline. */
            declined: number;
            /** @description Requests for changes. */
            changesRequested: number;
            /** @description Works taken down. */
            takenDown: number;
            /** @description Waiting for a decision now. */
            open: number;
            /** @description Of these, past the deadline. */
            late: number;
            /** @description Refusals and removals on the ground of safety. */
            safetyRefusals: number;
            /** @description All others. */
            otherRefusals: number;
            /** @description Appeals filed. */
            appeals: number;
            /** @description Appeals answered. */
            appealsDecided: number;
        };
        HoursView: {
            median: number | null;
            /** @description Nine of ten were faster. */
            p90: number | null;
            officeMedian: number | null;
            officeP90: number | null;
        };
        ClockView: {
            /** @description Share within the clock of their class, 0 to 1. */
            inTarget: number | null;
            /**
             * @description From 75 %, from 25 %, below.
             * @enum {string|null}
             */
            grade: "green" | "amber" | "red" | null;
            /** @description From handing in to the first claim. */
            firstLook: components["schemas"]["HoursView"];
            /** @description From handing in to the first yes or no, without the time that it waited for the artist. */
            decision: components["schemas"]["HoursView"];
            /** @description First decisions in the time. */
            decided: number;
        };
        CohortClockView: {
            /** @description `null`: too few artists. */
            numbers: components["schemas"]["ClockView"] | null;
            cohortId: string;
        };
        ClockNumbersView: {
            /** @description How long the oldest open one has waited. */
            oldestOpenHours: number | null;
            all: components["schemas"]["ClockView"] | null;
            cohorts: components["schemas"]["CohortClockView"][];
            /** @description Over how many days. */
            days: number;
        };
        ShareView: {
            value: number;
            low: number;
            high: number;
        };
        ParityCellView: {
            /**
             * @description The artist's own word on the work; shown to nobody who decides.
             * @enum {string}
             */
            stance: "critical" | "neutral" | "favourable";
            /** @description `null`: too few artists. */
            decided: number | null;
            /** @description Share approved, by Wilson. */
            approved: components["schemas"]["ShareView"] | null;
            /** @description Hours to the decision. */
            medianHours: number | null;
        };
        OpinionParityView: {
            cells: components["schemas"]["ParityCellView"][];
            /** @description Share approved of critical works minus that of favourable ones, by Newcombe. */
            difference: components["schemas"]["ShareView"] | null;
            /** @enum {string} */
            verdict: "unknown" | "even" | "critical_fares_worse" | "favourable_fares_worse";
        };
        RatingsInput: {
            /** @description Does it show what was asked for? */
            promptAdherence?: number;
            /** @description Does it move well? */
            motion?: number;
            /** @description Do things stay themselves? */
            consistency?: number;
            /** @description 5: no artefacts to be seen. */
            artefacts?: number;
        };
        RegionInput: {
            /** @description Left edge, 0 to 1. */
            x: number;
            /** @description Upper edge, 0 to 1. */
            y: number;
            /** @description Width, 0 to 1. */
            w: number;
            /** @description Height, 0 to 1. */
            h: number;
        };
        MarkerInput: {
            region?: components["schemas"]["RegionInput"];
            /** @description Seconds from the start. */
            at: number;
            /** @description End of a range, seconds from the start. */
            until?: number;
            /** @description What is to be seen there. */
            note: string;
        };
        FeedbackInput: {
            /** @enum {string} */
            type: "issue" | "idea" | "praise" | "harm" | "rights" | "request";
            /**
             * @description How bad it is; minor when it is left out.
             * @enum {string}
             */
            severity?: "minor" | "major" | "blocking";
            /**
             * @description For the opinion-parity report; whoever accepts it for pay never sees it.
             * @enum {string}
             */
            sentiment?: "critical" | "neutral" | "favourable";
            ratings?: components["schemas"]["RatingsInput"];
            markers?: components["schemas"]["MarkerInput"][];
            /** @description A generation of one's own; its programme counts. */
            generationId?: string;
            /** @description Without a generation: the programme, when one is in several. */
            programId?: string;
            /** @description One line; the first of the text when it is left out. */
            title?: string;
            /** @description In one's own words, 10 to 5000 characters. */
            text: string;
            /** @description Files of one's own, uploaded before (`fbf_…`). */
            files?: string[];
            /** @description Without one's name: the lab sees a pseudonym, and nothing that leads to the person; it is paid all the same. */
            isPrivate?: boolean;
            /** @description The item that was suggested before sending and says the same. */
            similarTo?: string;
        };
        ImpactView: {
            /** @description Kind × severity. */
            weight: number;
            /** @description How many artists said it. */
            popularity: number;
            /** @description Weight × popularity. */
            score: number;
            /** @description With its numbers, for everybody to follow. */
            formula: string;
        };
        FeedbackFileView: {
            /**
             * @description What its bytes say it is.
             * @enum {string}
             */
            contentType: "image/png" | "image/jpeg" | "image/webp" | "application/pdf" | "text/plain" | "video/mp4";
            /** @description Length of a video. */
            seconds: number | null;
            /** @description `fbf_…` */
            id: string;
            /** @description As its sender named it, without what could harm. */
            name: string;
            bytes: number;
            /** @description Where it is, for who may see it. */
            url: string;
        };
        FeedbackView: {
            /** @description The artist; null for staff where it was filed without a name. */
            personId: string | null;
            /** @description Under what its earning is found. Only in the author’s own view. */
            payRef?: string;
            /**
             * @description volunteered: unasked; unusable: evidence of a clip.
             * @enum {string}
             */
            origin: "volunteered" | "unusable";
            /** @description The clip. */
            generationId: string | null;
            /** @enum {string} */
            type: "issue" | "idea" | "praise" | "harm" | "rights" | "request";
            /** @enum {string} */
            state: "new" | "triaged" | "accepted" | "planned" | "in_progress" | "shipped" | "declined" | "duplicate" | "needs_info";
            /** @enum {string} */
            severity: "minor" | "major" | "blocking";
            impact: components["schemas"]["ImpactView"];
            /** @description How the clip was made; without prompt and seed where there is no name. */
            parameters: {
                [key: string]: unknown;
            } | null;
            files: components["schemas"]["FeedbackFileView"][];
            /**
             * @description Only in the author’s own view.
             * @enum {string|null}
             */
            sentiment?: "critical" | "neutral" | "favourable" | null;
            ratings: components["schemas"]["RatingsInput"];
            markers: components["schemas"]["MarkerInput"][];
            /** @description What the programme answered or asked last. */
            answer: string | null;
            /**
             * @description Why it was declined.
             * @enum {string|null}
             */
            reason: "not_reproducible" | "known_limit" | "out_of_scope" | "not_actionable" | "not_genuine" | null;
            /** @description The original of a duplicate. */
            originalId: string | null;
            /** @description Version it was shipped in. */
            shippedIn: string | null;
            /** @description What the artist added when asked. */
            info: string | null;
            /** @description What the reader may do now. */
            available: ("triage" | "accept" | "acceptLate" | "decline" | "markDuplicate" | "askInfo" | "answerInfo" | "plan" | "begin" | "ship")[];
            /** @description `fbk_…` */
            id: string;
            /** @description Programme it belongs to. */
            programId: string;
            /** @description Name of the artist, or the pseudonym of whoever filed it without a name. */
            author: string;
            /** @description Filed without the author’s name. */
            isPrivate: boolean;
            /** @description One line. */
            title: string;
            /** @description In the artist's words. */
            text: string;
            /** @description When it counts as accepted unless it is handled before; ISO date-time. */
            dueAt: string;
            /** @description ISO date-time. */
            createdAt: string;
            /** @description ISO date-time. */
            updatedAt: string;
        };
        FeedbackPage: {
            items: components["schemas"]["FeedbackView"][];
            /** @description Cursor of the following page. */
            next: string | null;
        };
        SimilarView: {
            /** @enum {string} */
            state: "new" | "triaged" | "accepted" | "planned" | "in_progress" | "shipped" | "declined" | "duplicate" | "needs_info";
            /** @description What the programme answered. */
            answer: string | null;
            /** @description Version it was shipped in. */
            shippedIn: string | null;
            id: string;
            title: string;
            /** @description How many artists said it. */
            popularity: number;
            /** @description Whether it is one's own. */
            isOwn: boolean;
        };
        SimilarPage: {
            /** @description Five at most, the most alike first. */
            items: components["schemas"]["SimilarView"][];
        };
        FeedbackStepInput: {
            /**
             * @description For decline. Tone and opinion are not among them.
             * @enum {string}
             */
            reason?: "not_reproducible" | "known_limit" | "out_of_scope" | "not_actionable" | "not_genuine";
            /** @description To the artist; needed to decline, to merge, to ask and to ship. From the artist: the answer to a question. */
            answer?: string;
            /** @description For markDuplicate: the original. */
            of?: string;
            /** @description For ship: version of the model or product. */
            version?: string;
        };
        EarningView: {
            /**
             * @description What kind of income it is.
             * @enum {string}
             */
            category: "service" | "prize" | "royalty" | "reimbursement";
            /** @description How much. */
            amount: components["schemas"]["MoneyView"];
            /** @description Version of the rate card that set the price; `null`: not by the rate card. */
            rateCardVersion: number | null;
            /** @description Item of that rate card. */
            rateItem: string | null;
            /** @description Ids and plain values that show why. */
            evidence: {
                [key: string]: unknown;
            };
            /**
             * @description unfunded: owed, waiting for the fund · due: waiting for a payout · in_payout: on its way · paid · reversed: taken back.
             * @enum {string}
             */
            state: "unfunded" | "due" | "in_payout" | "paid" | "reversed";
            /** @description The payout that carries it. */
            payoutId: string | null;
            /** @description Tax that is passed on instead of paid; worked out when a payout is put together. */
            withheld: components["schemas"]["MoneyView"];
            /** @description What arrives. */
            net: components["schemas"]["MoneyView"];
            /** @description Where the income is from; `null`: not known yet. */
            sourceCountry: string | null;
            /** @description What the wait has come to so far; it is added by itself when the amount arrives. */
            lateSoFar: components["schemas"]["MoneyView"] | null;
            /** @description When it arrived, RFC 3339. */
            paidAt: string | null;
            /** @description `ern_…` */
            id: string;
            /** @description The programme that pays. */
            programId: string;
            /** @description Whose money it is. */
            personId: string;
            /** @description What it is for: `feedback`, `task_seat`, `true_up`, `milestone`, `late` and so on. */
            causeType: string;
            /** @description Id of what it is for. */
            causeId: string;
            /** @description Why, in one sentence. */
            because: string;
            /** @description Name of whose money it is. */
            personName: string;
            /** @description Name of the programme. */
            programName: string;
            /** @description By when it is promised to be paid, RFC 3339. */
            payBy: string;
            /** @description Days that it is late, or was; 0: in time. */
            daysLate: number;
            /** @description When it was earned, RFC 3339. */
            earnedAt: string;
            /** @description From when on it is paid out, RFC 3339. */
            dueAt: string;
        };
        EarningPage: {
            items: components["schemas"]["EarningView"][];
            /** @description Hand back as `cursor` for the following page; `null` ends the list. */
            next: string | null;
        };
        EarningStepView: {
            /** @description Plain values kept with it. */
            note: {
                [key: string]: unknown;
            };
            verb: string;
            from: string;
            to: string;
            at: string;
        };
        OwnCorrectionView: {
            /** @enum {string} */
            state: "proposed" | "confirmed" | "withdrawn" | "contested" | "upheld" | "overturned";
            /** @enum {string} */
            reason: "counted_twice" | "wrong_amount" | "wrong_person" | "not_done";
            /** @description What stands in its place. */
            rightAmount: components["schemas"]["MoneyView"];
            objection: string | null;
            answer: string | null;
            /** @description What you may do with it now. */
            available: string[];
            id: string;
            /** @description What was found. */
            note: string;
            /** @description Until when one may object. */
            objectUntil: string;
        };
        EarningDetailView: {
            /**
             * @description What kind of income it is.
             * @enum {string}
             */
            category: "service" | "prize" | "royalty" | "reimbursement";
            /** @description How much. */
            amount: components["schemas"]["MoneyView"];
            /** @description Version of the rate card that set the price; `null`: not by the rate card. */
            rateCardVersion: number | null;
            /** @description Item of that rate card. */
            rateItem: string | null;
            /** @description Ids and plain values that show why. */
            evidence: {
                [key: string]: unknown;
            };
            /**
             * @description unfunded: owed, waiting for the fund · due: waiting for a payout · in_payout: on its way · paid · reversed: taken back.
             * @enum {string}
             */
            state: "unfunded" | "due" | "in_payout" | "paid" | "reversed";
            /** @description The payout that carries it. */
            payoutId: string | null;
            /** @description Tax that is passed on instead of paid; worked out when a payout is put together. */
            withheld: components["schemas"]["MoneyView"];
            /** @description What arrives. */
            net: components["schemas"]["MoneyView"];
            /** @description Where the income is from; `null`: not known yet. */
            sourceCountry: string | null;
            /** @description What the wait has come to so far; it is added by itself when the amount arrives. */
            lateSoFar: components["schemas"]["MoneyView"] | null;
            /** @description When it arrived, RFC 3339. */
            paidAt: string | null;
            /** @description Oldest first. */
            history: components["schemas"]["EarningStepView"][];
            /** @description Why it was taken back, and what can be said against it; `null`: it stands as it was earned. */
            correction: components["schemas"]["OwnCorrectionView"] | null;
            /** @description What came of it: for the wait, or in its place. */
            following: components["schemas"]["EarningView"][];
            /** @description Of its entry in the ledger. */
            reference: string;
            /** @description The account that paid. */
            source: string;
            /** @description `ern_…` */
            id: string;
            /** @description The programme that pays. */
            programId: string;
            /** @description Whose money it is. */
            personId: string;
            /** @description What it is for: `feedback`, `task_seat`, `true_up`, `milestone`, `late` and so on. */
            causeType: string;
            /** @description Id of what it is for. */
            causeId: string;
            /** @description Why, in one sentence. */
            because: string;
            /** @description Name of whose money it is. */
            personName: string;
            /** @description Name of the programme. */
            programName: string;
            /** @description By when it is promised to be paid, RFC 3339. */
            payBy: string;
            /** @description Days that it is late, or was; 0: in time. */
            daysLate: number;
            /** @description When it was earned, RFC 3339. */
            earnedAt: string;
            /** @description From when on it is paid out, RFC 3339. */
            dueAt: string;
        };
        EarningTotalView: {
            amount: components["schemas"]["MoneyView"];
            /** @description Tax in it that is passed on instead of paid. */
            withheld: components["schemas"]["MoneyView"];
            /** @description Number of earnings. */
            count: number;
            /** @description Of these, paid after their promised date or waiting beyond it. */
            late: number;
        };
        EarningTotalsView: {
            /** @description By currency. */
            items: components["schemas"]["EarningTotalView"][];
        };
        CorrectionView: {
            /** @enum {string} */
            state: "proposed" | "confirmed" | "withdrawn" | "contested" | "upheld" | "overturned";
            /** @enum {string} */
            reason: "counted_twice" | "wrong_amount" | "wrong_person" | "not_done";
            /** @description What stands. */
            amount: components["schemas"]["MoneyView"];
            /** @description What is said to be right. */
            rightAmount: components["schemas"]["MoneyView"];
            /** @description Name of whoever confirmed it. */
            decidedBy: string | null;
            /** @description What the artist says against it. */
            objection: string | null;
            answer: string | null;
            /** @description Name of whoever answered. */
            answeredBy: string | null;
            /** @description What you may do with it now. */
            available: string[];
            id: string;
            earningId: string;
            personId: string;
            personName: string;
            note: string;
            /** @description Name of whoever proposed it. */
            proposedBy: string;
            createdAt: string;
        };
        CorrectionPage: {
            items: components["schemas"]["CorrectionView"][];
            next: string | null;
        };
        CorrectionBody: {
            /** @enum {string} */
            reason: "counted_twice" | "wrong_amount" | "wrong_person" | "not_done";
            /** @description What was found; the artist reads it. */
            note: string;
            /** @description What is right, in minor units; 0: nothing is owed for this. */
            rightAmount: number;
        };
        CorrectionVerbBody: {
            /** @description For `uphold` and `overturn`: the answer to the objection; the artist reads it. */
            answer?: string;
        };
        ObjectionBody: {
            /** @description What is wrong with the correction. */
            text: string;
        };
        ByCardBody: {
            /**
             * @description The line of the rate card.
             * @enum {string}
             */
            item: "appearance.event" | "goodwill.fault";
            /** @description Whose it is. */
            personId: string;
            /** @description Which appearance, or what went wrong; the artist reads it. */
            reason: string;
        };
        GivenView: {
            /** @description Of the fact; the earning names it as its cause. */
            id: string;
        };
        ThresholdView: {
            /** @enum {string} */
            regime: "none" | "us" | "dac7";
            /** @enum {string} */
            category: "service" | "prize" | "royalty" | "reimbursement";
            /** @description `null`: until further notice. */
            untilYear: number | null;
            /** @description Of a calendar year; 0: any amount. */
            amount: components["schemas"]["MoneyView"];
            /** @description What is reported once it is reached. */
            report: string;
            fromYear: number;
            /** @description Whether exactly this amount counts as reached. */
            isInclusive: boolean;
            /** @description Where the line is from. */
            source: string;
        };
        TaxFormRuleView: {
            /** @enum {string} */
            kind: "w9" | "w8ben" | "w8bene" | "w8eci" | "f8233" | "dac7";
            says: string;
            source: string;
        };
        TaxRulesView: {
            thresholds: components["schemas"]["ThresholdView"][];
            forms: components["schemas"]["TaxFormRuleView"][];
            /** @description What no table says. */
            notes: string[];
        };
        ResidenceView: {
            /** @description Country of tax residence. */
            country: string;
            /** @description A citizen or resident of the United States, for its tax office. */
            isUsPerson: boolean;
        };
        TaxFormDetailView: {
            /** @enum {string} */
            kind: "w9" | "w8ben" | "w8bene" | "w8eci" | "f8233" | "dac7";
            /** @enum {string} */
            state: "not_asked" | "requested" | "received" | "valid" | "expired" | "rejected";
            /** @description Why it was rejected. */
            reason: string | null;
            treatyCountry: string | null;
            /** @description Hundredths of a percent. */
            treatyRate: number | null;
            reference: string | null;
            signedOn: string | null;
            /** @description When it stops to be valid; `null`: only when something changes. */
            expiresAt: string | null;
            /** @description What you may do with it now. */
            available: string[];
            legalName: string | null;
            address: string | null;
            /** @description The last four characters of the number, after dots. */
            number: string | null;
            bornOn: string | null;
            id: string;
            /** @description Whose. */
            personId: string;
            /** @description What it is. */
            says: string;
            updatedAt: string;
        };
        PayBlockView: {
            /**
             * @description `null` in one's own list when nothing stands in the way.
             * @enum {string}
             */
            block: "residence_missing" | "form_missing" | "form_waiting" | "form_rejected" | "form_expired";
            programId: string;
            /** @description The same as a sentence. */
            says: string;
        };
        MyTaxView: {
            residence: components["schemas"]["ResidenceView"] | null;
            forms: components["schemas"]["TaxFormDetailView"][];
            /** @description What keeps money from being paid now; empty: nothing does. */
            blocks: components["schemas"]["PayBlockView"][];
            /** @description Forms that one's programmes and residence may ask for. */
            kinds: ("w9" | "w8ben" | "w8bene" | "w8eci" | "f8233" | "dac7")[];
        };
        ResidenceBody: {
            /** @description Country of tax residence, ISO 3166-1 alpha-2. */
            country: string;
            /** @description A citizen or resident of the United States, for its tax office. */
            isUsPerson: boolean;
        };
        TaxFormBody: {
            /** @enum {string} */
            kind: "w9" | "w8ben" | "w8bene" | "w8eci" | "f8233" | "dac7";
            /**
             * @description The last four characters of the tax number. More is refused: Atelier keeps no tax numbers.
             * @example 6789
             */
            numberEnd: string;
            /**
             * @description The day of the signature.
             * @example 2026-01-15
             */
            signedOn: string;
            /** @description Name as the tax office knows it. */
            legalName: string;
            /** @description Address of residence. */
            address: string;
            /** @description Date of birth, where the form asks for it. */
            bornOn?: string;
            /** @description Where the signed form itself is kept, such as a number of the vault. */
            reference?: string;
            /** @description The country whose treaty is claimed. */
            treatyCountry?: string;
            /** @description The rate of the treaty, in hundredths of a percent. */
            treatyRate?: number;
        };
        StaffTaxFormView: {
            /** @enum {string} */
            kind: "w9" | "w8ben" | "w8bene" | "w8eci" | "f8233" | "dac7";
            /** @enum {string} */
            state: "not_asked" | "requested" | "received" | "valid" | "expired" | "rejected";
            /** @description Why it was rejected. */
            reason: string | null;
            treatyCountry: string | null;
            /** @description Hundredths of a percent. */
            treatyRate: number | null;
            reference: string | null;
            signedOn: string | null;
            /** @description When it stops to be valid; `null`: only when something changes. */
            expiresAt: string | null;
            /** @description What you may do with it now. */
            available: string[];
            /** @description Whose it is, as they are called here. */
            personName: string;
            id: string;
            /** @description Whose. */
            personId: string;
            /** @description What it is. */
            says: string;
            updatedAt: string;
        };
        TaxFormPage: {
            items: components["schemas"]["StaffTaxFormView"][];
            next: string | null;
        };
        MissingFormView: {
            /**
             * @description `null` in one's own list when nothing stands in the way.
             * @enum {string}
             */
            block: "residence_missing" | "form_missing" | "form_waiting" | "form_rejected" | "form_expired";
            /**
             * @description The form to ask for; `null` while the residence is not known.
             * @enum {string|null}
             */
            kind: "w9" | "w8ben" | "w8bene" | "w8eci" | "f8233" | "dac7" | null;
            /** @description What waits. */
            amount: components["schemas"]["MoneyView"];
            personId: string;
            personName: string;
            programId: string;
            /** @description The same as a sentence. */
            says: string;
        };
        MissingFormListView: {
            items: components["schemas"]["MissingFormView"][];
        };
        TaxRequestBody: {
            /** @enum {string} */
            kind: "w9" | "w8ben" | "w8bene" | "w8eci" | "f8233" | "dac7";
            /** @description Who is asked. */
            personId: string;
        };
        TaxFormVerbBody: {
            /** @description For `reject`: what is wrong, for whoever handed it in. */
            reason?: string;
        };
        TaxSettingsView: {
            /** @enum {string} */
            regime: "none" | "us" | "dac7";
            /** @description `null`: never said. */
            payerCountry: string | null;
            /** @description Withheld and not passed on yet, by currency; only what is not zero. */
            withheld: components["schemas"]["MoneyView"][];
            programId: string;
        };
        TaxSettingsBody: {
            /**
             * @description `none`: no form is asked for.
             * @enum {string}
             */
            regime: "none" | "us" | "dac7";
            /**
             * @description Where whoever pays is, ISO 3166-1 alpha-2.
             * @example US
             */
            payerCountry: string;
        };
        RemittanceView: {
            amount: components["schemas"]["MoneyView"];
            id: string;
            programId: string;
            note: string;
            postedBy: string;
            at: string;
        };
        RemittanceListView: {
            items: components["schemas"]["RemittanceView"][];
        };
        RemittanceBody: {
            /** @enum {string} */
            currency: "EUR" | "USD" | "GBP" | "CHF" | "SEK" | "PLN" | "CAD" | "AUD" | "JPY" | "KWD";
            /** @description Minor units. */
            amount: number;
            /** @description Which payment to which office it was. */
            note: string;
        };
        BudgetLineShape: {
            /** @description What the money is for. */
            what: string;
            /** @description Minor units of the call's currency. */
            amount: number;
        };
        CollaboratorShape: {
            name: string;
            /**
             * Format: email
             * @description Of their account here, when they have one: they are then kept from judging it. Nobody is told whether there is one.
             */
            email?: string;
        };
        CallApplicationBody: {
            /** @description What the money is for. Empty: one line of the whole amount. */
            budgetLines?: components["schemas"]["BudgetLineShape"][];
            collaborators?: components["schemas"]["CollaboratorShape"][];
            /** @description What the artist wants to do with the grant. */
            statement: string;
            /** @description Minor units of the call's currency; the sum of `budgetLines`. */
            amount: number;
            /** @description Links to works. */
            works: string[];
            /**
             * @description Studio, company or school. Reviewers of the same one are not asked, and never see it.
             * @default
             */
            team: string;
            /**
             * @description Hand in at once instead of keeping a draft.
             * @default false
             */
            submit: boolean;
        };
        CallApplicationView: {
            /** @description Who asks; `null` for those who judge, until the call is decided. */
            personId: string | null;
            budgetLines: components["schemas"]["BudgetLineShape"][];
            /** @description Empty for those who judge, until the call is decided. */
            collaborators: components["schemas"]["CollaboratorShape"][];
            requested: components["schemas"]["MoneyView"];
            awarded: components["schemas"]["MoneyView"] | null;
            reasons: string | null;
            /** @description Place on the reserve list. */
            reservePlace: number | null;
            /**
             * @description Where it stands. The applicant reads the decision when everybody does.
             * @enum {string}
             */
            state: "draft" | "submitted" | "in_review" | "reserve" | "awarded" | "turned_down" | "declined" | "withdrawn";
            handedInAt: string | null;
            /** @description The steps that the caller may ask for now. */
            available: ("submit" | "reopen" | "withdraw" | "award" | "reserve" | "decline" | "revise")[];
            /** @description `gra_…` */
            id: string;
            callId: string;
            statement: string;
            /** @description Empty for those who judge, until the call is decided. */
            team: string;
            works: string[];
            isFinalist: boolean;
            /** @description What reviewers wrote for the applicant; shown once the call is decided. */
            comments: string[];
            createdAt: string;
        };
        CallApplicationPage: {
            items: components["schemas"]["CallApplicationView"][];
            /** @description Hand back as `cursor` for the following page; `null` ends the list. */
            next: string | null;
        };
        AwardStepShape: {
            title: string;
            /** @description Minor units of the call's currency. */
            amount: number;
            /** @description When it is planned, RFC 3339. */
            dueAt: string;
            /**
             * @description Paid as soon as the agreement is accepted.
             * @default false
             */
            isAtStart: boolean;
        };
        CallApplicationAnswer: {
            /** @description Steps of the award; they sum to the amount. Without: one step, paid at the start. */
            steps?: components["schemas"]["AwardStepShape"][];
            /** @description Needed for every decision: what decided it. The applicant reads this. */
            reasons?: string;
            /** @description Needed to award and to reserve: minor units of the call's currency. */
            amount?: number;
            /** @description Needed when somebody ranked higher gets less: why. Kept, and counted in public. */
            departure?: string;
        };
        CallView: {
            rubric: components["schemas"]["CriterionShape"][];
            /** @description What can be awarded in all; held since the call opened. */
            budget: components["schemas"]["MoneyView"];
            /** @description What stands as awarded, stipends of finalists included. */
            awarded: components["schemas"]["MoneyView"];
            /** @description When everyone got it. */
            decidedAt: string | null;
            yearlyCap: number | null;
            stipend: components["schemas"]["MoneyView"];
            /** @enum {string} */
            state: "draft" | "open" | "closed" | "decided" | "cancelled";
            /** @description The steps that the caller may ask for now. */
            available: ("open" | "close" | "decide" | "cancel")[];
            /** @description `cal_…` */
            id: string;
            /** @description The programme whose fund pays. */
            programId: string;
            title: string;
            /** @description What is looked for, in words. */
            criteria: string;
            /** @description Who may apply. */
            eligibility: string;
            /** @description Last moment to hand in, RFC 3339. */
            closesAt: string;
            /** @description When everyone was promised an answer, RFC 3339. */
            decidesAt: string;
            /** @description Whole days behind the promise; 0 when it was or can still be kept. */
            daysLate: number;
            quorum: number;
            finalists: number;
            /** @description Whether the ranking was made: reviews do not change after it. */
            isRanked: boolean;
        };
        CallPage: {
            items: components["schemas"]["CallView"][];
            /** @description Hand back as `cursor` for the following page; `null` ends the list. */
            next: string | null;
        };
        CallBody: {
            /** @description By what applications are scored. */
            rubric?: components["schemas"]["CriterionShape"][];
            /** @description What can be awarded in all; held before the call opens. */
            budget: components["schemas"]["MoneyInput"];
            /** @description Id of the programme whose fund pays. */
            programId: string;
            /** @description Name of the call. */
            title: string;
            /** @description What is looked for, in words. */
            criteria: string;
            /**
             * @description Who may apply.
             * @default
             */
            eligibility: string;
            /** @description Last moment to hand in, RFC 3339. */
            closesAt: string;
            /** @description When everyone has an answer, RFC 3339. */
            decidesAt: string;
            /**
             * @description Reviews that each application gets, by as many different people.
             * @default 2
             */
            quorum: number;
            /** @description Awards of one artist within 365 days at most. */
            yearlyCap?: number;
            /**
             * @description How many are named finalists.
             * @default 0
             */
            finalists: number;
            /**
             * @description What each finalist gets, minor units of the budget's currency.
             * @default 0
             */
            stipend: number;
        };
        RankedView: {
            /** @description 1 is first; `null`: it has too few reviews. */
            rank: number | null;
            /** @description Mean of completed reviews in points from 1 to 5. */
            mean: number | null;
            applicationId: string;
            /** @description Highest minus lowest, in points. */
            spread: number;
            reviews: number;
            /** @description Whether the draw decided between this and another of the same mean. */
            isTie: boolean;
            /** @description Notes for the panel, without who wrote them. */
            notes: string[];
        };
        PanelistView: {
            personId: string;
            name: string;
            team: string;
            assigned: number;
            completed: number;
            recused: number;
        };
        JudgingView: {
            ranking: components["schemas"]["RankedView"][];
            panel: components["schemas"]["PanelistView"][];
            conflicts: components["schemas"]["ConflictView"][];
            /** @description Draw that decides ties, public. */
            drawId: string | null;
            /** @description Applications for which the panel has not enough people without a conflict. */
            short: string[];
            /** @description Whether the ranking was made; before that it is only what it would be. */
            isRanked: boolean;
        };
        PanelistBody: {
            /** @description `per_…`, with a role that may review. */
            personId: string;
            /**
             * @description Studio, company or school: they do not review applications of the same one.
             * @default
             */
            team: string;
        };
        QuestionView: {
            answer: string | null;
            answeredAt: string | null;
            /** @description `que_…` */
            id: string;
            callId: string;
            question: string;
            createdAt: string;
        };
        QuestionPage: {
            items: components["schemas"]["QuestionView"][];
            next: string | null;
        };
        QuestionBody: {
            question: string;
        };
        AnswerBody: {
            answer: string;
        };
        ReviewView: {
            /** @enum {string} */
            state: "assigned" | "completed" | "recused";
            rubric: components["schemas"]["CriterionShape"][];
            budgetLines: components["schemas"]["BudgetLineShape"][];
            requested: components["schemas"]["MoneyView"];
            scores: {
                [key: string]: number;
            };
            /** @description Weighted, in points from 1 to 5; `null` before it is completed. */
            score: number | null;
            available: ("complete" | "reopen" | "recuse")[];
            /** @description `rev_…` */
            id: string;
            callId: string;
            callTitle: string;
            applicationId: string;
            statement: string;
            works: string[];
            panelNote: string;
            applicantComment: string;
        };
        ReviewPage: {
            items: components["schemas"]["ReviewView"][];
            next: string | null;
        };
        ReviewBody: {
            /** @description To complete: a whole score from 1 to 5 for each criterion, by key. */
            scores: {
                [key: string]: number;
            };
            /**
             * @description For the panel only. To recuse oneself: why.
             * @default
             */
            panelNote: string;
            /**
             * @description For the applicant, once the call is decided.
             * @default
             */
            applicantComment: string;
        };
        DeclarationView: {
            /** @description `dcl_…` */
            id: string;
            who: string;
            note: string;
        };
        PanelSeatView: {
            /** @enum {string} */
            state: "draft" | "open" | "closed" | "decided" | "cancelled";
            declarations: components["schemas"]["DeclarationView"][];
            callId: string;
            title: string;
            /** @description When reviews are handed out. */
            closesAt: string;
            /** @description `false` once reviews are handed out: then one recuses oneself from a review. */
            mayDeclare: boolean;
        };
        PanelSeats: {
            items: components["schemas"]["PanelSeatView"][];
        };
        DeclarationBody: {
            /** @description An e-mail address, or the name that the person works under. */
            who: string;
            /**
             * @description Why, for your own memory: nobody else reads it.
             * @default
             */
            note: string;
        };
        MilestoneView: {
            amount: components["schemas"]["MoneyView"];
            evidence: string | null;
            answer: string | null;
            /** @description Evidence without an answer by then is accepted. */
            answerUntil: string | null;
            /** @enum {string} */
            state: "planned" | "submitted" | "changes_requested" | "accepted" | "cancelled";
            available: ("submit" | "accept" | "requestChanges")[];
            /** @description `mil_…` */
            id: string;
            position: number;
            title: string;
            dueAt: string;
            /** @description Paid as soon as the agreement was accepted. */
            isAtStart: boolean;
            links: string[];
        };
        AmendmentView: {
            steps: components["schemas"]["AwardStepShape"][];
            /** @enum {string} */
            state: "proposed" | "agreed" | "rejected";
            available: ("agree" | "reject")[];
            /** @description `amd_…` */
            id: string;
            reason: string;
            /** @description Whether the caller proposed it. */
            isMine: boolean;
        };
        AwardView: {
            amount: components["schemas"]["MoneyView"];
            /** @description Sum of accepted steps: earned, and never taken back. */
            earned: components["schemas"]["MoneyView"];
            acceptedAt: string | null;
            report: string | null;
            endReasons: string | null;
            appealUntil: string | null;
            appeal: string | null;
            appealAnswer: string | null;
            /** @enum {string} */
            state: "offered" | "active" | "ending" | "appealed" | "reported" | "terminated" | "turned_down";
            milestones: components["schemas"]["MilestoneView"][];
            amendments: components["schemas"]["AmendmentView"][];
            available: ("accept" | "turnDown" | "report" | "terminate" | "appeal" | "uphold" | "overturn")[];
            /** @description `awd_…` */
            id: string;
            callId: string;
            callTitle: string;
            applicationId: string;
            personId: string;
            /** @description Markdown. */
            agreement: string;
            agreementHash: string;
            offerUntil: string;
        };
        AwardPage: {
            items: components["schemas"]["AwardView"][];
            next: string | null;
        };
        AmendmentBody: {
            /** @description Every step that is not accepted yet, anew; they sum to what is not paid yet. */
            steps: components["schemas"]["AwardStepShape"][];
            /** @description Why the steps should change. */
            reason: string;
        };
        MilestoneVerbBody: {
            /** @description To hand in: what was done. To ask for changes: what is missing. */
            text?: string;
            /** @description Evidence. */
            links: string[];
        };
        AwardVerbBody: {
            /** @description To accept: the hash of the agreement that was read. */
            agreementHash?: string;
            /** @description To terminate, to appeal and to answer an appeal: why. To report: the report. */
            text?: string;
        };
        EventView: {
            /** @enum {string} */
            admission: "draw" | "first_come";
            yearlyCap: number | null;
            stipend: components["schemas"]["MoneyView"];
            expenses: components["schemas"]["MoneyView"];
            /** @description Draw that gives the seats, public; `null` where the order of asking does. */
            drawId: string | null;
            /** @enum {string} */
            state: "draft" | "open" | "closed" | "settled" | "cancelled";
            available: ("open" | "close" | "settle" | "cancel")[];
            /** @description `eve_…` */
            id: string;
            programId: string;
            title: string;
            description: string;
            place: string;
            accessibility: string;
            codeOfConduct: string;
            startsAt: string;
            endsAt: string;
            closesAt: string;
            timeZone: string;
            seats: number;
            /** @description Seats that are taken. */
            taken: number;
            /** @description People who want one and have none yet. */
            waiting: number;
            /** @description Calendar file. */
            calendarUrl: string;
        };
        EventPage: {
            items: components["schemas"]["EventView"][];
            next: string | null;
        };
        EventBody: {
            /** @enum {string} */
            admission: "draw" | "first_come";
            programId: string;
            title: string;
            description: string;
            /** @description Where, or a link for a meeting online. */
            place: string;
            /**
             * @description What people need to know to get in and take part: steps, lifts, captions, quiet rooms. Needed before it opens.
             * @default
             */
            accessibility: string;
            /**
             * @description Needed before it opens.
             * @default
             */
            codeOfConduct: string;
            startsAt: string;
            endsAt: string;
            /** @description Last moment to register. */
            closesAt: string;
            /** @description IANA name, such as `Europe/Berlin`. */
            timeZone: string;
            seats: number;
            /** @description Events that one artist attends within 365 days at most. */
            yearlyCap?: number;
            /**
             * @description For everybody who comes, minor units of the programme's currency.
             * @default 0
             */
            stipend: number;
            /**
             * @description Expenses of one seat at most, minor units.
             * @default 0
             */
            expenses: number;
        };
        SeatBody: {
            /**
             * @description What you need to take part; seen by those who run the event and by nobody else.
             * @default
             */
            needs: string;
        };
        ExpenseView: {
            amount: components["schemas"]["MoneyView"];
            answer: string | null;
            /** @enum {string} */
            state: "claimed" | "approved" | "declined";
            available: ("approve" | "decline")[];
            /** @description `exp_…` */
            id: string;
            eventId: string;
            seatId: string;
            what: string;
            receipt: string;
        };
        SeatView: {
            /** @description Place on the waiting list. */
            place: number | null;
            /** @enum {string} */
            state: "registered" | "seated" | "waitlisted" | "given_up" | "attended" | "absent";
            /**
             * @description Currency of the event's money.
             * @enum {string}
             */
            currency: "EUR" | "USD" | "GBP" | "CHF" | "SEK" | "PLN" | "CAD" | "AUD" | "JPY" | "KWD";
            expenses: components["schemas"]["ExpenseView"][];
            available: ("giveUp" | "attend" | "miss")[];
            /** @description `sea_…` */
            id: string;
            eventId: string;
            eventTitle: string;
            startsAt: string;
            personId: string;
            name: string;
            needs: string;
        };
        SeatPage: {
            items: components["schemas"]["SeatView"][];
            next: string | null;
        };
        ExpenseBody: {
            /** @description Minor units of the event's currency. */
            amount: number;
            what: string;
            /**
             * Format: uri
             * @description Link to the receipt.
             */
            receipt?: string;
        };
        ExpenseAnswer: {
            /** @description Needed to decline. */
            reasons?: string;
        };
        GrantNumbersView: {
            /** @description Gini coefficient of awards among them: 0 is even, 1 is all to one. `null`: nothing was awarded. */
            giniAwards: number | null;
            giniMoney: number | null;
            giniSeats: number | null;
            /** @description Median days from the deadline to the decision. */
            medianDaysToDecision: number | null;
            /** @description Median days from the evidence of a step to its acceptance, which is when its money is earned. */
            medianDaysToTranche: number | null;
            /** @description Median days from money earned by a grant or an event to its payment, among what was paid. */
            medianDaysToCash: number | null;
            /** @description Conflicts of interest that kept somebody from judging, by kind. */
            conflicts: components["schemas"]["ConflictCountView"][];
            /** @description Artists who handed in an application or asked for a seat. */
            people: number;
            callsDecided: number;
            /** @description Calls whose decision came after the date that was promised; they count for ever. */
            callsLate: number;
            /** @description Applications to decided calls. */
            applications: number;
            /** @description Decisions that departed from the ranking; each has its reason on record. */
            departures: number;
        };
        BlockedPayeeView: {
            /** @description What is due and stays due. */
            amount: components["schemas"]["MoneyView"];
            /**
             * @description Why they are left out now.
             * @enum {string}
             */
            reason: "own_money" | "nothing_left" | "payable_short" | "below_minimum" | "other_rail" | "no_recipient" | "recipient_not_ready" | "tax_form" | "left_out";
            /** @description Person id. */
            personId: string;
        };
        PayoutPersonView: {
            /** @description Person id. */
            id: string;
            /** @description Name as the person wrote it. */
            name: string;
        };
        PayoutBatchView: {
            /**
             * @description The way of paying.
             * @enum {string}
             */
            rail: "sandbox" | "stripe" | "bank_file";
            /**
             * @description Whether real money moves.
             * @enum {string}
             */
            mode: "test" | "live";
            /**
             * @description Where it stands.
             * @enum {string}
             */
            state: "draft" | "approved" | "sending" | "paused" | "done" | "canceled";
            /** @description Why it is paused. */
            pauseReason: string | null;
            /** @description Sum of its payouts. */
            total: components["schemas"]["MoneyView"];
            /** @description People left out, with the reason for each. */
            blocked: components["schemas"]["BlockedPayeeView"][];
            /** @description Who put it together. */
            draftedBy: components["schemas"]["PayoutPersonView"];
            /** @description Who approved it, in order. */
            approvedBy: components["schemas"]["PayoutPersonView"][];
            /** @description When the first approval was given. */
            approvedAt: string | null;
            /** @description What you may do with it now. */
            available: string[];
            /** @description Batch id. */
            id: string;
            /** @description Programme that pays. */
            programId: string;
            /** @description Number of payouts. */
            count: number;
            /** @description SHA-256 of programme, currency, payees, amounts and earnings: send it back when you approve. */
            hash: string;
            /** @description Approvals it needs besides the drafter. */
            approvalsNeeded: number;
            /** @description When it was drafted. */
            createdAt: string;
        };
        PayoutBatchPage: {
            /** @description Newest first. */
            items: components["schemas"]["PayoutBatchView"][];
            /** @description Cursor of the next page. */
            next: string | null;
        };
        NewPayoutBatchInput: {
            /**
             * @description Currency of the earnings.
             * @enum {string}
             */
            currency: "EUR" | "USD" | "GBP" | "CHF" | "SEK" | "PLN" | "CAD" | "AUD" | "JPY" | "KWD";
            /**
             * @description The way of paying; the usual one of this installation unless named.
             * @enum {string}
             */
            rail?: "sandbox" | "stripe" | "bank_file";
            /** @description Programme whose earnings are to be paid. */
            programId: string;
        };
        PayoutView: {
            /** @description Payee. */
            person: components["schemas"]["PayoutPersonView"];
            /** @description What is paid. */
            amount: components["schemas"]["MoneyView"];
            /**
             * @description Where it stands.
             * @enum {string}
             */
            state: "draft" | "approved" | "sending" | "in_transit" | "paid" | "failed" | "returned" | "canceled" | "on_hold";
            /** @description The way it is sent, once it is. */
            rail: string | null;
            /** @description The rail's own reference, once it has accepted the payout. */
            railRef: string | null;
            /** @description Why it failed, came back or waits. */
            reason: string | null;
            /** @description When the rail accepted it. */
            sentAt: string | null;
            /** @description When it arrived. */
            paidAt: string | null;
            /** @description What you may do with it now. */
            available: string[];
            /** @description Payout id; also the reference under which the rail knows it. */
            id: string;
            /** @description Batch it was approved in. */
            batchId: string;
            /** @description Programme that pays. */
            programId: string;
            /** @description Number of earnings it pays. */
            earnings: number;
            /** @description When it was drafted. */
            createdAt: string;
        };
        PayoutBatchDetailView: {
            /**
             * @description The way of paying.
             * @enum {string}
             */
            rail: "sandbox" | "stripe" | "bank_file";
            /**
             * @description Whether real money moves.
             * @enum {string}
             */
            mode: "test" | "live";
            /**
             * @description Where it stands.
             * @enum {string}
             */
            state: "draft" | "approved" | "sending" | "paused" | "done" | "canceled";
            /** @description Why it is paused. */
            pauseReason: string | null;
            /** @description Sum of its payouts. */
            total: components["schemas"]["MoneyView"];
            /** @description People left out, with the reason for each. */
            blocked: components["schemas"]["BlockedPayeeView"][];
            /** @description Who put it together. */
            draftedBy: components["schemas"]["PayoutPersonView"];
            /** @description Who approved it, in order. */
            approvedBy: components["schemas"]["PayoutPersonView"][];
            /** @description When the first approval was given. */
            approvedAt: string | null;
            /** @description What you may do with it now. */
            available: string[];
            /** @description By payee. */
            payouts: components["schemas"]["PayoutView"][];
            /** @description Batch id. */
            id: string;
            /** @description Programme that pays. */
            programId: string;
            /** @description Number of payouts. */
            count: number;
            /** @description SHA-256 of programme, currency, payees, amounts and earnings: send it back when you approve. */
            hash: string;
            /** @description Approvals it needs besides the drafter. */
            approvalsNeeded: number;
            /** @description When it was drafted. */
            createdAt: string;
        };
        PayoutBatchVerbInput: {
            /** @description For `approve`: the `hash` of the batch you looked at. */
            hash?: string;
            /** @description Kept in the batch's history. */
            reason?: string;
        };
        PayoutPage: {
            /** @description Newest first. */
            items: components["schemas"]["PayoutView"][];
            /** @description Cursor of the next page. */
            next: string | null;
        };
        PayoutPostingView: {
            /** @description Into (above zero) or out of (below) the payout's transit account. */
            amount: components["schemas"]["MoneyView"];
            /** @description When it was posted. */
            at: string;
            /** @description The entry's reference in the ledger. */
            reference: string;
            /** @description What happened. */
            kind: string;
            /** @description The account at the other end. */
            account: string;
        };
        PayoutAttemptView: {
            /**
             * @description What the rail answered; empty while it is not known.
             * @enum {string|null}
             */
            outcome: "accepted" | "rejected" | "unknown" | "superseded" | null;
            /** @description Why not, in the rail's words. */
            reason: string | null;
            /** @description When its outcome was known. */
            endedAt: string | null;
            /** @description 1 for the first. */
            number: number;
            /** @description Reference sent to the rail. */
            reference: string;
            /** @description When it was written down, before the call. */
            startedAt: string;
        };
        PayoutDetailView: {
            /** @description Payee. */
            person: components["schemas"]["PayoutPersonView"];
            /** @description What is paid. */
            amount: components["schemas"]["MoneyView"];
            /**
             * @description Where it stands.
             * @enum {string}
             */
            state: "draft" | "approved" | "sending" | "in_transit" | "paid" | "failed" | "returned" | "canceled" | "on_hold";
            /** @description The way it is sent, once it is. */
            rail: string | null;
            /** @description The rail's own reference, once it has accepted the payout. */
            railRef: string | null;
            /** @description Why it failed, came back or waits. */
            reason: string | null;
            /** @description When the rail accepted it. */
            sentAt: string | null;
            /** @description When it arrived. */
            paidAt: string | null;
            /** @description What you may do with it now. */
            available: string[];
            /** @description Ids of the earnings it pays, as approved. */
            earningIds: string[];
            /** @description Newest first. */
            postings: components["schemas"]["PayoutPostingView"][];
            /** @description Oldest first. */
            attempts: components["schemas"]["PayoutAttemptView"][];
            /** @description Payout id; also the reference under which the rail knows it. */
            id: string;
            /** @description Batch it was approved in. */
            batchId: string;
            /** @description Programme that pays. */
            programId: string;
            /** @description Number of earnings it pays. */
            earnings: number;
            /** @description When it was drafted. */
            createdAt: string;
        };
        PayoutVerbInput: {
            /** @description What you found out and why you go on: kept in the payout's history and in the audit log. */
            reason: string;
        };
        StatementLineView: {
            /** @description When it was posted. */
            at: string;
            /** @description The entry's reference in the ledger. */
            reference: string;
            /** @description What happened, such as `payout.sent`. */
            kind: string;
            /** @description Minor units; above zero: more is owed, below zero: it left or was taken back. */
            amount: number;
        };
        StatementCurrencyView: {
            /** @enum {string} */
            currency: "EUR" | "USD" | "GBP" | "CHF" | "SEK" | "PLN" | "CAD" | "AUD" | "JPY" | "KWD";
            /** @description Oldest first. */
            lines: components["schemas"]["StatementLineView"][];
            /** @description Owed when the month began. */
            opening: number;
            /** @description What became owed. */
            earned: number;
            /** @description What was taken back; zero or below. */
            corrected: number;
            /** @description What left as payouts, less what came back; below zero when money left. */
            paidOut: number;
            /** @description Owed when the month ended. */
            closing: number;
        };
        StatementView: {
            /** @description Whose it is. */
            person: components["schemas"]["PayoutPersonView"];
            /** @description One part per currency in which anything was ever owed. */
            currencies: components["schemas"]["StatementCurrencyView"][];
            /** @description Month in UTC. */
            month: string;
        };
        SandboxMoodView: {
            /** @enum {string} */
            mood: "normal" | "no_funds" | "down" | "forgetful";
        };
        SandboxMoodInput: {
            /**
             * @description `no_funds`: it has no money; `down`: no answer; `forgetful`: it does what it is asked and the answer gets lost.
             * @enum {string}
             */
            mood: "normal" | "no_funds" | "down" | "forgetful";
        };
        SandboxTransferView: {
            /** @description What is sent. */
            amount: components["schemas"]["MoneyView"];
            /**
             * @description Where it is.
             * @enum {string}
             */
            state: "in_transit" | "paid" | "failed" | "returned";
            /** @description What the bank said. */
            reason: string | null;
            /** @description The rail's id of the transfer. */
            id: string;
            /** @description Payout it was asked for. */
            payoutId: string;
            /** @description Payee. */
            personId: string;
            /** @description When it arrives by itself, if nothing happens before. */
            settlesAt: string;
            /** @description When the rail accepted it. */
            createdAt: string;
        };
        SandboxTransferPage: {
            /** @description Newest first. */
            items: components["schemas"]["SandboxTransferView"][];
            /** @description Cursor of the next page. */
            next: string | null;
        };
        SandboxVerbInput: {
            /** @description What the bank says, for `fail` and `return`. */
            reason?: string;
        };
        GenerationCellView: {
            /** @description Median seconds from the request to the start. */
            medianWaitSeconds: number | null;
            /** @description Median seconds from the start to the end. */
            medianRenderSeconds: number | null;
            /** @description Outcome, a state of the generation workflow. */
            outcome: string;
            /** @description Number of clips. */
            count: number;
        };
        ReportCellView: {
            /** @description `null` when suppressed. */
            count: number | null;
            /** @description What is counted. */
            key: string;
            /** @description Fewer people than `smallestCell` are behind it, or showing it would give away a cell that is. */
            suppressed: boolean;
        };
        PaidView: {
            /** @description Sum of payouts that arrived and stayed. */
            amount: components["schemas"]["MoneyView"];
            /** @description Number of such payouts. */
            payouts: number;
        };
        HourlyRateView: {
            /** @enum {string} */
            currency: "EUR" | "USD" | "GBP" | "CHF" | "SEK" | "PLN" | "CAD" | "AUD" | "JPY" | "KWD";
            /** @description Minor units: one in ten made less; `null` when too few people are behind it. */
            p10: number | null;
            /** @description Minor units: the one in the middle. */
            p50: number | null;
            /** @description Too few people are behind it. */
            suppressed: boolean;
        };
        RateEstimateView: {
            rate: number;
            low: number;
            high: number;
        };
        VoidRateView: {
            /** @description Items that were decided; `null` when too few people are behind them. */
            decided: number | null;
            /** @description Of these, declined. */
            declined: number | null;
            /** @description Of these, paid and taken back by two people. */
            voided: number | null;
            /** @description Declined or taken back, of what was decided. */
            estimate: components["schemas"]["RateEstimateView"] | null;
            /** @description `critical`, `neutral`, `favourable`, `none`. */
            sentiment: string;
            /** @description Too few people are behind it, or showing it would give away a line that is hidden. */
            suppressed: boolean;
        };
        PayNumbersView: {
            /** @description Tasks that took longer than estimated and were topped up to the floor; `null` when too few people are behind it. */
            toppedUpTasks: number | null;
            /** @description By currency. */
            hourly: components["schemas"]["HourlyRateView"][];
            /** @description Days from filing to the answer that decided: the one in the middle. */
            medianDaysToDecision: number | null;
            /** @description The same: nine in ten were faster. */
            p90DaysToDecision: number | null;
            /** @description By the author's label. */
            voids: components["schemas"]["VoidRateView"][];
            /** @description Whether critical and favourable feedback fare differently by more than chance; `null`: too few to say. */
            opinionMatters: boolean | null;
            /** @description Confirmed minutes of work that the programme asked for and accepted. */
            requestedMinutes: number;
            /** @description Of these, minutes for which nothing was earned. Anything but 0 is a fault of the programme. */
            unpaidRequestedMinutes: number;
            /** @description Earnings that were paid after their promised date, or wait beyond it. */
            lateEarnings: number;
            /** @description Of these, still waiting. */
            lateNow: number;
        };
        GrantReportView: {
            /** @description Artists who handed in an application or asked for a seat. */
            people: components["schemas"]["ReportCellView"];
            /** @description Gini coefficient of awards among them: 0 is even, 1 is all to one. `null`: nothing awarded, or hidden. */
            giniAwards: number | null;
            giniMoney: number | null;
            giniSeats: number | null;
            /** @description Median days from the deadline to the decision. */
            medianDaysToDecision: number | null;
            /** @description Median days from the evidence of a step to its acceptance, which is when its money is earned. */
            medianDaysToTranche: number | null;
            /** @description Median days from money earned by a grant or an event to its payment, among what was paid. */
            medianDaysToCash: number | null;
            /** @description Conflicts of interest that kept somebody from judging, by kind. */
            conflicts: components["schemas"]["ReportCellView"][];
            callsDecided: number;
            /** @description Calls decided after the promised date; they count for ever. */
            callsLate: number;
            /** @description Decisions that departed from the ranking. */
            departures: number;
        };
        PublicReportView: {
            /** @description The programme, or `null` for all. */
            programId: string | null;
            /** @description Clips by outcome. */
            generations: components["schemas"]["GenerationCellView"][];
            /** @description Ended clips for each usable one. */
            attemptsPerKeeper: number | null;
            /** @description Sharing decisions by outcome; overall counts, never suppressed. */
            decisions: components["schemas"]["ReportCellView"][];
            /** @description Median hours from a submission to its decision. */
            medianHoursToDecision: number | null;
            /** @description Refusals and take-downs on the ground of safety. */
            refusalsForSafety: components["schemas"]["ReportCellView"];
            /** @description All other refusals and take-downs, by ground. */
            refusalsForOtherGrounds: components["schemas"]["ReportCellView"][];
            /** @description Appeals decided; `null` when suppressed. */
            appealsDecided: components["schemas"]["ReportCellView"];
            /** @description Share of decided appeals that were overturned, wholly or in part, 0 to 1; `null` when suppressed or none. */
            overturnRate: number | null;
            /** @description Feedback by where it stands. */
            feedback: components["schemas"]["ReportCellView"][];
            /** @description Money that arrived, by currency; totals, never suppressed. */
            paid: components["schemas"]["PaidView"][];
            /** @description Median hours from an accepted contribution to money that arrived. */
            medianHoursToCash: number | null;
            /** @description How people are paid, in numbers. */
            pay: components["schemas"]["PayNumbersView"];
            grants: components["schemas"]["GrantReportView"];
            /** @description When it was computed. */
            at: string;
            /** @description Breakdowns by person-related facts hide cells with fewer people than this. */
            smallestCell: number;
            /** @description Artists ever enrolled. */
            artistsEnrolled: number;
            /** @description Artists who may generate now. */
            artistsActive: number;
            /** @description Clips that ended. */
            attempts: number;
            /** @description Clips that their artists marked usable. */
            keepers: number;
            /** @description Works in the gallery. */
            works: number;
            /** @description Minutes of requested and accepted work for which nothing was earned. */
            unpaidRequestedMinutes: number;
            /** @description Keys that were found in wrong hands and stopped, of all programmes; each is one artist's, and nobody else was touched. */
            incidents: number;
            /** @description Times that a whole programme was paused, which touches everybody. */
            incidentsForAll: number;
        };
        LiabilityTotalView: {
            /** @description Earned and not yet accepted by a rail. */
            owed: components["schemas"]["MoneyView"];
            /** @description Accepted by a rail and not yet arrived. */
            inTransit: components["schemas"]["MoneyView"];
            /** @description Earned, but the programme's fund had not enough yet; comes on top of `owed`. */
            unfunded: components["schemas"]["MoneyView"];
            /** @description People to whom something is owed. */
            people: number;
        };
        LiabilityView: {
            /** @description Earned and not yet accepted by a rail. */
            owed: components["schemas"]["MoneyView"];
            /** @description The part of it that approved payouts have reserved. */
            reserved: components["schemas"]["MoneyView"];
            /** @description Person id. */
            personId: string;
            /** @description Name as the person wrote it. */
            name: string;
        };
        FundUseView: {
            /** @description Paid in from outside. */
            funded: components["schemas"]["MoneyView"];
            /** @description Turned into artists' earnings. */
            earned: components["schemas"]["MoneyView"];
            /** @description Set aside for grant calls. */
            committed: components["schemas"]["MoneyView"];
            /** @description What is left. */
            balance: components["schemas"]["MoneyView"];
            /** @description Earned and committed as a part of what was paid in, 0 to 1. */
            burn: number | null;
            /** @description Programme id. */
            programId: string;
        };
        AgeingView: {
            /**
             * @description Days since they were earned.
             * @enum {string}
             */
            bucket: "0-7" | "8-14" | "15-30" | "over-30";
            /** @description Their sum. */
            amount: components["schemas"]["MoneyView"];
            /** @description Number of earnings. */
            count: number;
        };
        PayoutExceptionView: {
            /**
             * @description Where they stand.
             * @enum {string}
             */
            state: "on_hold" | "failed" | "returned";
            /** @description Their sum. */
            amount: components["schemas"]["MoneyView"];
            /** @description Number of payouts. */
            count: number;
        };
        FinanceReportView: {
            /** @description The programme of funds, ageing and exceptions; `null` for all. What is owed is always over all programmes. */
            programId: string | null;
            /** @description By currency. */
            liabilityTotals: components["schemas"]["LiabilityTotalView"][];
            /** @description By person, the largest first; at most 500. */
            liability: components["schemas"]["LiabilityView"][];
            /** @description By programme and currency. */
            funds: components["schemas"]["FundUseView"][];
            /** @description Earnings that have not arrived, by currency and age. */
            ageing: components["schemas"]["AgeingView"][];
            /** @description On hold, failed and returned payouts. */
            exceptions: components["schemas"]["PayoutExceptionView"][];
            /** @description When it was computed. */
            at: string;
        };
        NoticeView: {
            /** @description When you read it; null: not yet. */
            readAt: string | null;
            /** @description Id, `ntc_…`. */
            id: string;
            /** @description What it is about, such as `submission.declined`. */
            kind: string;
            /** @description One line. */
            title: string;
            /** @description What happened and what to do next. */
            text: string;
            /** @description Path in the portal where to go on. */
            link: string;
            /** @description When it was told. */
            createdAt: string;
        };
        NoticePage: {
            items: components["schemas"]["NoticeView"][];
            /** @description Cursor of the next page; null on the last. */
            next: string | null;
            /** @description How many of all your notices you have not read. */
            unread: number;
        };
        ReadNoticesView: {
            /** @description How many were unread before. */
            read: number;
        };
        OutboxMailView: {
            /** @enum {string} */
            state: "queued" | "sent" | "failed";
            /** @description What went wrong last; null: nothing. */
            lastError: string | null;
            /** @description Id; also the name of its file in the outbox folder, and its Message-ID. */
            id: string;
            /** @description Whom it is for. */
            to: string;
            subject: string;
            /** @description The whole letter. */
            text: string;
            /** @description How often it was handed over or tried to. */
            attempts: number;
            /** @description When it was written. */
            createdAt: string;
        };
        OutboxPage: {
            items: components["schemas"]["OutboxMailView"][];
            /** @description Cursor of the next page; null on the last. */
            next: string | null;
        };
        WebhookEventView: {
            /**
             * @description Its name, as in `events` and in the message's `type`.
             * @enum {string}
             */
            name: "generation.ended" | "submission.moved" | "appeal.moved" | "work.published" | "feedback.moved" | "application.moved" | "enrollment.moved" | "earning.created" | "payout.moved" | "credits.topped_up" | "credits.given_back" | "key.stopped";
            /** @description When it is sent. */
            says: string;
            /** @description Members of the message's `data`. */
            members: string[];
            /** @description Endpoints of managers get it for everybody. */
            isForStaff: boolean;
        };
        WebhookEventList: {
            items: components["schemas"]["WebhookEventView"][];
        };
        WebhookView: {
            /** @description What it is told of. */
            events: ("generation.ended" | "submission.moved" | "appeal.moved" | "work.published" | "feedback.moved" | "application.moved" | "enrollment.moved" | "earning.created" | "payout.moved" | "credits.topped_up" | "credits.given_back" | "key.stopped")[];
            /** @description Only of this programme; null: of all. */
            programId: string | null;
            /** @enum {string} */
            state: "active" | "paused" | "disabled" | "removed";
            /** @description Since when there was no receipt; null: all is well. */
            failingSince: string | null;
            /** @description Until when messages carry a signature of the previous secret too; null: only the new one is used. */
            previousUntil: string | null;
            /** @description `whk_…` */
            id: string;
            /** @description Where messages are sent. */
            url: string;
            /** @description What it is for. */
            description: string;
            /** @description Told of everybody, not only of its owner. */
            isStaff: boolean;
            /** @description Failed tries since the last receipt. */
            failures: number;
            /** @description When it was made. */
            createdAt: string;
            /** @description What you may do now. */
            available: string[];
        };
        WebhookList: {
            items: components["schemas"]["WebhookView"][];
        };
        WebhookBody: {
            /**
             * Format: uri
             * @description Where messages are sent: https, a public host, port 443 or 8443.
             */
            url: string;
            /** @description What it is told of. */
            events: ("generation.ended" | "submission.moved" | "appeal.moved" | "work.published" | "feedback.moved" | "application.moved" | "enrollment.moved" | "earning.created" | "payout.moved" | "credits.topped_up" | "credits.given_back" | "key.stopped")[];
            /**
             * @description What it is for.
             * @default
             */
            description: string;
            /** @description Only of this programme; absent: of all. */
            programId?: string;
        };
        NewWebhookView: {
            /** @description What it is told of. */
            events: ("generation.ended" | "submission.moved" | "appeal.moved" | "work.published" | "feedback.moved" | "application.moved" | "enrollment.moved" | "earning.created" | "payout.moved" | "credits.topped_up" | "credits.given_back" | "key.stopped")[];
            /** @description Only of this programme; null: of all. */
            programId: string | null;
            /** @enum {string} */
            state: "active" | "paused" | "disabled" | "removed";
            /** @description Since when there was no receipt; null: all is well. */
            failingSince: string | null;
            /** @description Until when messages carry a signature of the previous secret too; null: only the new one is used. */
            previousUntil: string | null;
            /** @description `whk_…` */
            id: string;
            /** @description Where messages are sent. */
            url: string;
            /** @description What it is for. */
            description: string;
            /** @description Told of everybody, not only of its owner. */
            isStaff: boolean;
            /** @description Failed tries since the last receipt. */
            failures: number;
            /** @description When it was made. */
            createdAt: string;
            /** @description What you may do now. */
            available: string[];
            /** @description `whsec_…`; verify messages with it (Standard Webhooks). */
            secret: string;
        };
        WebhookChangeBody: {
            /** @description What it is told of. */
            events?: ("generation.ended" | "submission.moved" | "appeal.moved" | "work.published" | "feedback.moved" | "application.moved" | "enrollment.moved" | "earning.created" | "payout.moved" | "credits.topped_up" | "credits.given_back" | "key.stopped")[];
            /** @description Where messages are sent. */
            url?: string;
            /** @description What it is for. */
            description?: string;
        };
        WebhookTryView: {
            /** @description What the endpoint answered; null: nothing. */
            status: number | null;
            /** @description Why there was no answer, such as `too_slow` or `forbidden_address`. */
            fault: string | null;
            /** @description When it was made. */
            at: string;
            /** @description How long it took. */
            milliseconds: number;
        };
        WebhookDeliveryView: {
            /** @enum {string} */
            state: "queued" | "delivered" | "failed";
            /** @description Its `data`. */
            data: {
                [key: string]: unknown;
            };
            /** @description When it is tried next; null: it is not. */
            nextTryAt: string | null;
            tries: components["schemas"]["WebhookTryView"][];
            /** @description `whd_…`; the message's `webhook-id`. */
            id: string;
            /** @description Its `type`. */
            event: string;
            /** @description When it happened. */
            createdAt: string;
        };
        WebhookDeliveryPage: {
            items: components["schemas"]["WebhookDeliveryView"][];
            /** @description Hand back as `cursor` for the following page; `null` ends the list. */
            next: string | null;
        };
        Problem: {
            /** @description Stable identifier of the kind of problem. */
            type: string;
            /** @description What happened, what it means, what to do next. */
            title: string;
            /** @enum {string} */
            code?: "access.not_found" | "access.wrong_state" | "access.not_allowed" | "access.bad_input" | "access.route_closed" | "access.sign_in_required" | "access.bad_credentials" | "access.key_unknown" | "access.key_stopped" | "access.key_quarantined" | "access.key_is_bound" | "access.key_not_bound" | "access.proof_invalid" | "access.network_not_allowed" | "access.origin_not_allowed" | "access.key_rate" | "access.key_hour_cap" | "access.key_day_cap" | "access.key_open_cap" | "access.not_a_network" | "access.own_incident" | "access.second_person_needed" | "access.signature_wrong" | "access.signer_unknown" | "access.partner_unknown" | "access.key_expired" | "access.key_in_query" | "access.key_in_body" | "access.worker_unknown" | "access.worker_stopped" | "access.worker_expired" | "access.scope_missing" | "access.role_missing" | "access.cross_site" | "access.verify_email" | "access.second_factor_required" | "access.second_factor_missing" | "access.step_up_required" | "access.proof_wrong" | "access.link_dead" | "access.no_code_app" | "access.code_app_there" | "access.last_factor" | "access.no_second_factor" | "access.passkey_refused" | "access.passkeys_need_name" | "access.too_many_passkeys" | "access.no_oidc" | "access.oidc_failed" | "access.oidc_unknown" | "access.already_joined" | "access.admin_needs_two" | "access.second_person" | "access.last_admin" | "access.not_yourself" | "access.change_open" | "access.roles_moved" | "access.email_taken" | "access.weak_password" | "access.role_not_yours" | "access.key_rotated" | "access.key_name_taken" | "access.too_many_keys" | "access.too_many_attempts" | "approval.not_found" | "approval.wrong_state" | "approval.not_allowed" | "approval.bad_input" | "approval.already_submitted" | "approval.rights_missing" | "approval.title_missing" | "approval.wish_impossible" | "approval.embargo_past" | "approval.own_work" | "approval.conflict_of_interest" | "approval.decided_just_now" | "approval.nothing_to_undo" | "approval.queue_empty" | "approval.old_clause" | "approval.policy_unsafe" | "approval.policy_outdated" | "approval.time_outside" | "approval.already_declared" | "approval.opinion_given" | "approval.claimed_by_other" | "approval.claim_expired" | "approval.not_claimed" | "approval.note_missing" | "approval.statement_incomplete" | "approval.second_person_needed" | "approval.not_due" | "approval.embargoed" | "approval.nothing_to_appeal" | "approval.already_appealed" | "approval.appeal_too_late" | "approval.took_part" | "approval.heard_by_other" | "approval.reasons_missing" | "approval.work_taken_down" | "approval.nothing_to_show" | "approval.press_link_over" | "approval.press_links_full" | "approval.use_unpriced" | "approval.price_changed" | "approval.no_consent" | "approval.price_fell" | "approval.licensed_already" | "approval.not_public" | "approval.nobody_consents" | "approval.round_times" | "approval.round_over" | "approval.licence_times" | "audit.not_found" | "audit.wrong_state" | "audit.not_allowed" | "audit.bad_input" | "compensation.not_found" | "compensation.wrong_state" | "compensation.not_allowed" | "compensation.bad_input" | "compensation.claimed_already" | "compensation.own_money" | "compensation.second_person_missing" | "compensation.paid_already" | "compensation.third_person_missing" | "compensation.answer_missing" | "compensation.objection_too_late" | "compensation.correction_open" | "compensation.same_amount" | "compensation.no_price" | "compensation.own_form" | "compensation.reason_missing" | "compensation.not_over" | "compensation.residence_unfit" | "compensation.signed_later" | "compensation.form_over" | "compensation.treaty_unfit" | "compensation.payer_unfit" | "draw.not_found" | "draw.wrong_state" | "draw.not_allowed" | "draw.bad_input" | "draw.nobody_to_draw" | "draw.list_changed" | "draw.not_committed" | "draw.drawn_already" | "draw.not_drawn" | "enrollment.not_found" | "enrollment.wrong_state" | "enrollment.not_allowed" | "enrollment.bad_input" | "enrollment.too_late" | "enrollment.not_eligible" | "enrollment.answers_invalid" | "enrollment.application_fixed" | "enrollment.changed_meanwhile" | "enrollment.form_faulty" | "enrollment.form_published_meanwhile" | "enrollment.file_kind" | "enrollment.file_too_large" | "enrollment.files_full" | "enrollment.file_changed" | "enrollment.rubric_missing" | "enrollment.panel_too_small" | "enrollment.panel_fixed" | "enrollment.cannot_review" | "enrollment.reviews_missing" | "enrollment.review_over" | "enrollment.scores_missing" | "enrollment.not_by_draw" | "enrollment.decided_otherwise" | "enrollment.deadline_ahead" | "enrollment.invitation_spent" | "enrollment.invitation_not_yours" | "enrollment.invitations_full" | "enrollment.in_already" | "enrollment.undo_over" | "enrollment.takeout_running" | "enrollment.programme_not_open" | "enrollment.already_applied" | "enrollment.own_application" | "enrollment.reasons_missing" | "enrollment.programme_full" | "enrollment.terms_outdated" | "enrollment.own_enrollment" | "enrollment.statement_missing" | "enrollment.clause_unknown" | "enrollment.end_in_past" | "enrollment.not_enrolled" | "enrollment.terms_pending" | "enrollment.enrollment_paused" | "enrollment.enrollment_suspended" | "enrollment.programme_over" | "enrollment.cohort_not_now" | "enrollment.cohort_full" | "enrollment.cohort_foreign" | "enrollment.own_ruling" | "enrollment.conditions_missing" | "enrollment.precedent_missing" | "enrollment.precedent_names_somebody" | "enrollment.ruling_unknown" | "enrollment.programme_needed" | "feedback.not_found" | "feedback.wrong_state" | "feedback.not_allowed" | "feedback.bad_input" | "feedback.own_feedback" | "feedback.answer_missing" | "feedback.reason_missing" | "feedback.original_unfit" | "feedback.version_missing" | "feedback.marker_outside_clip" | "feedback.marker_malformed" | "feedback.clip_missing" | "feedback.not_enrolled" | "feedback.programme_needed" | "feedback.not_due" | "feedback.too_many" | "feedback.file_unfit" | "feedback.too_many_files" | "feedback.unpriced" | "feedback.currency_mismatch" | "feedback.kill_fee_unfit" | "feedback.form_unfit" | "feedback.form_missing" | "feedback.form_changed" | "feedback.answers_unfit" | "feedback.due_passed" | "feedback.no_seat" | "feedback.seat_taken" | "feedback.task_closed" | "feedback.task_under_way" | "feedback.price_lowered" | "feedback.time_settled" | "feedback.void_reason_missing" | "feedback.not_paid" | "feedback.void_open" | "feedback.second_person_missing" | "generation.not_found" | "generation.wrong_state" | "generation.not_allowed" | "generation.bad_input" | "generation.queue_full" | "generation.no_provider" | "generation.not_a_keeper" | "generation.not_finished" | "generation.is_keeper" | "generation.marked_unusable" | "generation.withheld" | "generation.not_a_draft" | "generation.no_style" | "generation.no_reference" | "generation.no_parent" | "generation.bad_picture" | "generation.bad_style" | "generation.style_published" | "generation.style_draft_exists" | "generation.worker_protocol" | "generation.pool_unknown" | "generation.no_intake" | "generation.worker_held" | "generation.lease_lost" | "generation.upload_missing" | "generation.upload_differs" | "generation.media_unfit" | "generation.no_manifest" | "generation.bad_param" | "generation.no_model" | "generation.is_kept" | "generation.too_large" | "generation.verify_busy" | "generation.no_file" | "grants.not_found" | "grants.wrong_state" | "grants.not_allowed" | "grants.bad_input" | "grants.call_incomplete" | "grants.deadline_ahead" | "grants.deadline_passed" | "grants.dates_reversed" | "grants.rubric_unfit" | "grants.applications_undecided" | "grants.awards_made" | "grants.call_not_open" | "grants.call_not_closed" | "grants.applied_already" | "grants.application_locked" | "grants.lines_do_not_add_up" | "grants.own_application" | "grants.conflicted" | "grants.reasons_missing" | "grants.quorum_missing" | "grants.decision_published" | "grants.ranked_already" | "grants.departure_unexplained" | "grants.yearly_cap" | "grants.amount_missing" | "grants.over_asked" | "grants.over_budget" | "grants.over_request" | "grants.plan_unfit" | "grants.finalists_full" | "grants.not_on_panel" | "grants.panel_fixed" | "grants.reviews_given" | "grants.review_over" | "grants.scores_missing" | "grants.agreement_changed" | "grants.milestones_open" | "grants.award_not_active" | "grants.evidence_missing" | "grants.appeal_over" | "grants.appeal_open" | "grants.same_person" | "grants.amendment_outdated" | "grants.amendment_open" | "grants.event_incomplete" | "grants.event_ahead" | "grants.event_over" | "grants.event_not_open" | "grants.registered_already" | "grants.attendance_missing" | "grants.expenses_unanswered" | "grants.own_seat" | "grants.own_expense" | "grants.over_cap" | "grants.not_attended" | "idempotency.not_found" | "idempotency.wrong_state" | "idempotency.not_allowed" | "idempotency.bad_input" | "idempotency.key_reused" | "idempotency.in_flight" | "idempotency.bad_key" | "input.not_found" | "input.wrong_state" | "input.not_allowed" | "input.bad_input" | "input.invalid" | "input.upload_missing" | "input.not_json" | "ledger.not_found" | "ledger.wrong_state" | "ledger.not_allowed" | "ledger.bad_input" | "ledger.insufficient" | "ledger.reference_reused" | "ledger.hold_unknown" | "ledger.hold_closed" | "ledger.over_hold" | "notice.not_found" | "notice.wrong_state" | "notice.not_allowed" | "notice.bad_input" | "notice.outbox_off" | "notice.address_refused" | "notice.webhook_exists" | "notice.too_many_webhooks" | "notice.event_not_yours" | "page.not_found" | "page.wrong_state" | "page.not_allowed" | "page.bad_input" | "page.bad_cursor" | "payouts.not_found" | "payouts.wrong_state" | "payouts.not_allowed" | "payouts.bad_input" | "payouts.nothing_due" | "payouts.draft_in_progress" | "payouts.all_blocked" | "payouts.own_draft" | "payouts.own_money" | "payouts.already_approved" | "payouts.second_approval_missing" | "payouts.batch_changed" | "payouts.payouts_open" | "payouts.rail_off" | "payouts.rail_refused" | "payouts.wrong_mode" | "payouts.signature_wrong" | "payouts.transfer_mismatch" | "program.not_found" | "program.wrong_state" | "program.not_allowed" | "program.bad_input" | "program.paused" | "program.own_pause" | "program.pause_proposed" | "program.slug_taken" | "program.dates_reversed" | "program.nothing_published" | "program.programme_incomplete" | "program.programme_closed" | "program.clause_repeated" | "program.document_missing" | "program.confidentiality_without_end" | "program.protected_speech" | "program.published_meanwhile" | "program.notice_too_short" | "program.change_is_material" | "program.draft_changed" | "program.etag_missing" | "program.plan_fixed" | "program.cohort_outside" | "program.cohort_name_taken" | "program.model_not_allowed" | "program.rollover_without_expiry" | "program.rate_missing" | "program.rate_unknown" | "program.rate_not_an_amount" | "program.rate_floor_wrong" | "program.rate_currency" | "program.currency_mismatch" | "quota.not_found" | "quota.wrong_state" | "quota.not_allowed" | "quota.bad_input" | "quota.key_not_ready" | "quota.already_given_back" | "quota.shot_allowance_used" | "quota.week_allowance_used" | "quota.own_top_up" | "rate.not_found" | "rate.wrong_state" | "rate.not_allowed" | "rate.bad_input" | "rate.too_many_requests" | "redress.not_found" | "redress.wrong_state" | "redress.not_allowed" | "redress.bad_input" | "redress.statement_incomplete" | "redress.own_appeal" | "redress.took_part" | "redress.heard_by_other" | "redress.reasons_missing" | "redress.already_appealed" | "redress.nothing_to_appeal" | "redress.appeal_too_late" | "redress.appeal_closed" | "redress.own_act" | "redress.same_line" | "redress.not_due" | "storage.not_found" | "storage.wrong_state" | "storage.not_allowed" | "storage.bad_input" | "storage.gone" | "storage.link_over" | "storage.other_file" | "storage.bad_range";
            /** @enum {integer} */
            status: 404 | 403 | 409 | 422 | 429 | 503;
            /** @description The request id. */
            instance: string;
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
    getSession: {
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
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Refused */
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
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Refused */
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
    signOut: {
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
            /** @description Refused */
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
    signOutOthers: {
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
                    "application/json": components["schemas"]["EndedSessionsView"];
                };
            };
            /** @description Refused */
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
    listSessions: {
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
                    "application/json": components["schemas"]["OwnSessionsView"];
                };
            };
            /** @description Refused */
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
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
            /** @description Refused */
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
    listSignInWays: {
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
                    "application/json": components["schemas"]["SignInWaysView"];
                };
            };
            /** @description Refused */
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
    askPasskey: {
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
                    "application/json": components["schemas"]["PasskeyQuestionView"];
                };
            };
            /** @description Refused */
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
    signInWithPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeyProofBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Refused */
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
    stepUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepUpBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Refused */
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
    signInWithOidc: {
        parameters: {
            query?: {
                /** @description Page of the portal to go on with. */
                next?: string;
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
                content?: never;
            };
            /** @description Refused */
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
    endOidc: {
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
                content?: never;
            };
            /** @description Refused */
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
    listPeople: {
        parameters: {
            query: {
                /** @description Only people with this role. */
                role?: "artist" | "reviewer" | "finance" | "manager" | "admin";
                /** @description Only these: `unverified` are invited or signed up and have not opened their mail, `closed` may no longer sign in. */
                state?: "active" | "unverified" | "closed";
                /** @description A piece of the name or address. */
                text?: string;
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
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
                    "application/json": components["schemas"]["PeoplePage"];
                };
            };
            /** @description Refused */
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
    signUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignUpBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
            /** @description Refused */
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
    invite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
            /** @description Refused */
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
    changeRoles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RolesBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RolesOutcomeView"];
                };
            };
            /** @description Refused */
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
    listRoleChanges: {
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
                    "application/json": components["schemas"]["RoleChangesView"];
                };
            };
            /** @description Refused */
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
    actOnRoleChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What to do with the proposal. */
                verb: "confirm" | "withdraw";
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
            /** @description Refused */
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
    closeAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
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
    reopenAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
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
    endSessionsOf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["EndedSessionsView"];
                };
            };
            /** @description Refused */
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
    clearSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
            /** @description Refused */
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
    inviteAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
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
    verifyEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerifiedView"];
                };
            };
            /** @description Refused */
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
    resendVerification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
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
    requestPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetRequestBody"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
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
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
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
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChangeBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
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
    lookAtInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationView"];
                };
            };
            /** @description Refused */
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
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JoinBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerifiedView"];
                };
            };
            /** @description Refused */
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
    getSecurity: {
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
                    "application/json": components["schemas"]["SecurityView"];
                };
            };
            /** @description Refused */
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
    beginCodeApp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeAppView"];
                };
            };
            /** @description Refused */
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
    removeCodeApp: {
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
            /** @description Refused */
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
    confirmCodeApp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
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
    makeRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodesView"];
                };
            };
            /** @description Refused */
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
    askForNewPasskey: {
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
                    "application/json": components["schemas"]["PasskeyQuestionView"];
                };
            };
            /** @description Refused */
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
    addPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPasskeyBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
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
    removePasskey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
            /** @description Refused */
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
    renamePasskey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeyNameBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
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
    listKeys: {
        parameters: {
            query: {
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
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
                    "application/json": components["schemas"]["KeyPage"];
                };
            };
            /** @description Refused */
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
    createKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewKeyView"];
                };
            };
            /** @description Refused */
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
    setKeyPlaces: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyPlacesBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyView"];
                };
            };
            /** @description Refused */
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
    rotateKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateKeyBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewKeyView"];
                };
            };
            /** @description Refused */
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
    revokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["KeyView"];
                };
            };
            /** @description Refused */
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
    stopKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StopKeyBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyView"];
                };
            };
            /** @description Refused */
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
    listKeysOf: {
        parameters: {
            query: {
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
            };
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["KeyPage"];
                };
            };
            /** @description Refused */
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
    listIncidents: {
        parameters: {
            query: {
                /** @description Only incidents in this state. */
                state?: "open" | "confirmed" | "dismissed";
                /** @description Only incidents that came to light this way. */
                cause?: "signals" | "report" | "github" | "gitlab" | "scanner" | "trap" | "address" | "body" | "owner" | "manager";
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
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
                    "application/json": components["schemas"]["IncidentPage"];
                };
            };
            /** @description Refused */
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
    getIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["IncidentDetailView"];
                };
            };
            /** @description Refused */
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
    confirmIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IncidentReasonBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentDetailView"];
                };
            };
            /** @description Refused */
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
    dismissIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IncidentReasonBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentDetailView"];
                };
            };
            /** @description Refused */
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
    quarantineKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IncidentReasonBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentDetailView"];
                };
            };
            /** @description Refused */
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
    listSignals: {
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
                    "application/json": components["schemas"]["SignalListView"];
                };
            };
            /** @description Refused */
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
    setSignalMode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: "spread" | "agents" | "refused" | "polling" | "browser" | "new_network_spend" | "restless" | "scanner";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignalModeBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignalView"];
                };
            };
            /** @description Refused */
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
    reportLeak: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeakBody"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeakReceivedView"];
                };
            };
            /** @description Refused */
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
    getKeyPattern: {
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
                    "application/json": components["schemas"]["KeyPatternView"];
                };
            };
            /** @description Refused */
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
    getSecurityTxt: {
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
                    "text/plain": string;
                };
            };
            /** @description Refused */
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
    listTraps: {
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
                    "application/json": components["schemas"]["TrapListView"];
                };
            };
            /** @description Refused */
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
    layTrap: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrapBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewTrapView"];
                };
            };
            /** @description Refused */
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
    reportFromGithub: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>[];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartnerLabelView"][];
                };
            };
            /** @description Refused */
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
    listRevocableTypes: {
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
                    "application/json": components["schemas"]["RevocableTypesView"];
                };
            };
            /** @description Refused */
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
    revokeFromGitlab: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>[];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
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
    listWorkerKeys: {
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
                    "application/json": components["schemas"]["WorkerKeyList"];
                };
            };
            /** @description Refused */
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
    createWorkerKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkerKeyBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewWorkerKeyView"];
                };
            };
            /** @description Refused */
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
    stopWorkerKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["WorkerKeyView"];
                };
            };
            /** @description Refused */
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
    verifyAuditLog: {
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
                    "application/json": components["schemas"]["VerificationView"];
                };
            };
            /** @description Refused */
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
    getAuditChain: {
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
                    "application/json": components["schemas"]["ChainView"];
                };
            };
            /** @description Refused */
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
    getAuditCheckpoint: {
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
                    "application/json": components["schemas"]["CheckpointView"];
                };
            };
            /** @description Refused */
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
    listAuditEntries: {
        parameters: {
            query: {
                /** @description Id of the thing acted upon. */
                subject?: string;
                /** @description Id of the person who acted; `system` for Atelier itself. */
                actor?: string;
                /** @description For example `submission.approve`. */
                act?: string;
                /** @description At this time or later, RFC 3339. */
                from?: string;
                /** @description Before this time. */
                until?: string;
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
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
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            /** @description Refused */
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
    downloadAuditLog: {
        parameters: {
            query?: {
                /** @description Id of the thing acted upon. */
                subject?: string;
                /** @description Id of the person who acted; `system` for Atelier itself. */
                actor?: string;
                /** @description For example `submission.approve`. */
                act?: string;
                /** @description At this time or later, RFC 3339. */
                from?: string;
                /** @description Before this time. */
                until?: string;
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
                content?: never;
            };
            /** @description Refused */
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
    listAuditActs: {
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
                    "application/json": components["schemas"]["AuditActs"];
                };
            };
            /** @description Refused */
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
    getAuditEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["AuditEntryDetail"];
                };
            };
            /** @description Refused */
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
    listDraws: {
        parameters: {
            query: {
                kind?: "enrollment" | "showcase" | "grant_tie" | "event";
                /** @description What the draw is for: a programme, a call, an event. */
                subjectId?: string;
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
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
                    "application/json": components["schemas"]["DrawPage"];
                };
            };
            /** @description Refused */
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
    getDraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["DrawView"];
                };
            };
            /** @description Refused */
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
    getDrawFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "text/plain": string;
                };
            };
            /** @description Refused */
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
    getDrawResult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "text/plain": string;
                };
            };
            /** @description Refused */
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
    listReasons: {
        parameters: {
            query: {
                kind?: "submission_declined" | "work_taken_down" | "application_declined" | "enrollment_suspended" | "key_quarantined" | "key_revoked" | "account_closed" | "generation_refused" | "feedback_declined" | "earning_voided" | "grant_declined" | "grant_terminated" | "expense_declined";
                ground?: "safety" | "rights" | "confidentiality" | "technical" | "terms" | "selection" | "security" | "evidence" | "model";
                state?: "held" | "in_force" | "dropped" | "annulled" | "revised" | "ended";
                /** @description `mine`: one’s own, for staff who are artists as well. */
                whose?: "mine";
                /** @description Only of this programme, by id. */
                programId?: string;
                /** @description Only about this thing, by id. */
                subjectId?: string;
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
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
                    "application/json": components["schemas"]["StatementOfReasonsPage"];
                };
            };
            /** @description Refused */
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
    getReasons: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["StatementOfReasonsView"];
                };
            };
            /** @description Refused */
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
    getReasonsFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["StatementOfReasonsView"];
                };
            };
            /** @description Refused */
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
    exportReasons: {
        parameters: {
            query?: {
                kind?: "submission_declined" | "work_taken_down" | "application_declined" | "enrollment_suspended" | "key_quarantined" | "key_revoked" | "account_closed" | "generation_refused" | "feedback_declined" | "earning_voided" | "grant_declined" | "grant_terminated" | "expense_declined";
                ground?: "safety" | "rights" | "confidentiality" | "technical" | "terms" | "selection" | "security" | "evidence" | "model";
                state?: "held" | "in_force" | "dropped" | "annulled" | "revised" | "ended";
                format?: "json" | "csv";
                /** @description Only of this programme, by id. */
                programId?: string;
                /** @description Only about this thing, by id. */
                subjectId?: string;
                /** @description Decided at or after (RFC 3339). */
                from?: string;
                /** @description Decided before (RFC 3339). */
                until?: string;
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
                content?: never;
            };
            /** @description Refused */
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
    appealReasons: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HearingInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HearingView"];
                };
            };
            /** @description Refused */
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
    listHearings: {
        parameters: {
            query: {
                /** @description For staff: what waits, the most urgent first. */
                queue?: "open";
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
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
                    "application/json": components["schemas"]["HearingPage"];
                };
            };
            /** @description Refused */
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
    getHearing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["HearingView"];
                };
            };
            /** @description Refused */
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
    writeInHearing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HearingMessageInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HearingView"];
                };
            };
            /** @description Refused */
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
    moveHearing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                verb: "take" | "giveBack" | "uphold" | "overturn" | "overturnPartly" | "withdraw";
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HearingStepInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HearingView"];
                };
            };
            /** @description Refused */
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
    listSecondLooks: {
        parameters: {
            query: {
                show?: "closed";
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
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
                    "application/json": components["schemas"]["LookPage"];
                };
            };
            /** @description Refused */
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
    getSecondLook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["LookView"];
                };
            };
            /** @description Refused */
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
    decideSecondLook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                verb: "confirm" | "reject";
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LookStepInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookView"];
                };
            };
            /** @description Refused */
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
    listPauses: {
        parameters: {
            query?: {
                /** @description Only pauses of this programme. */
                programId?: string;
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
                    "application/json": components["schemas"]["PauseListView"];
                };
            };
            /** @description Refused */
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
    proposePause: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PauseBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PauseView"];
                };
            };
            /** @description Refused */
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
    actOnPause: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                verb: "confirm" | "withdraw" | "end";
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
                    "application/json": components["schemas"]["PauseView"];
                };
            };
            /** @description Refused */
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
    publishTerms: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TermsBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TermsVersionView"];
                };
            };
            /** @description Refused */
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
    listRateCards: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["RateCardListView"];
                };
            };
            /** @description Refused */
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
    publishRateCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RateCardBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RateCardVersionView"];
                };
            };
            /** @description Refused */
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
    publishQuotaPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuotaPlanBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaPlanVersionView"];
                };
            };
            /** @description Refused */
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
    publishMarkPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkPolicyBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarkPolicyVersionView"];
                };
            };
            /** @description Refused */
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
    listProgramVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["VersionListView"];
                };
            };
            /** @description Refused */
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
    publishModelPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModelPolicyBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelPolicyVersionView"];
                };
            };
            /** @description Refused */
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
    publishReviewPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewPolicyBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewPolicyVersionView"];
                };
            };
            /** @description Refused */
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
    getRateCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or slug of the programme. */
                id: string;
                /** @description Number of the version. */
                version: number;
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
                    "application/json": components["schemas"]["RateCardVersionView"];
                };
            };
            /** @description Refused */
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
    compareRateCards: {
        parameters: {
            query?: {
                /** @description Number of the earlier version; absent: the one before `to`. 0: from nothing. */
                from?: number;
                /** @description Number of the later version; absent: the newest. */
                to?: number;
            };
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["RateCardChangesView"];
                };
            };
            /** @description Refused */
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
    lintTerms: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LintBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LintView"];
                };
            };
            /** @description Refused */
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
    compareTerms: {
        parameters: {
            query?: {
                /** @description Number of the earlier version; absent: the one before `to`. 0: from nothing. */
                from?: number;
                /** @description Number of the later version; absent: the newest. */
                to?: number;
            };
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["TermsChangesView"];
                };
            };
            /** @description Refused */
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
    getTermsVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or slug of the programme. */
                id: string;
                /** @description Number of the version. */
                version: number;
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
                    "application/json": components["schemas"]["TermsVersionView"];
                };
            };
            /** @description Refused */
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
    downloadTerms: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Markdown or PDF. */
                format: "md" | "pdf";
                /** @description Id or slug of the programme. */
                id: string;
                /** @description Number of the version. */
                version: number;
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
                    "text/markdown": unknown;
                    "application/pdf": unknown;
                };
            };
            /** @description Refused */
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
    listDrafts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["DraftListView"];
                };
            };
            /** @description Refused */
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
    getDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which document. */
                kind: "terms" | "rate_card" | "quota_plan" | "mark_policy" | "model_policy" | "review_policy";
                /** @description Id or slug of the programme. */
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
                    "application/json": components["schemas"]["DraftView"];
                };
            };
            /** @description Refused */
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
    saveDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description * for a first draft */
                "If-None-Match"?: string;
                /** @description The ETag of what was read */
                "If-Match"?: string;
            };
            path: {
                /** @description Which document. */
                kind: "terms" | "rate_card" | "quota_plan" | "mark_policy" | "model_policy" | "review_policy";
                /** @description Id or slug of the programme. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftView"];
                };
            };
            /** @description Refused */
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
    discardDraft: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read */
                "If-Match": string;
            };
            path: {
                /** @description Which document. */
                kind: "terms" | "rate_card" | "quota_plan" | "mark_policy" | "model_policy" | "review_policy";
                /** @description Id or slug of the programme. */
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
            /** @description Refused */
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
    listCohorts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["CohortListView"];
                };
            };
            /** @description Refused */
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
    createCohort: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CohortBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CohortView"];
                };
            };
            /** @description Refused */
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
    changeCohort: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read */
                "If-Match": string;
            };
            path: {
                /** @description Id or slug of the programme. */
                id: string;
                /** @description Id of the cohort. */
                cohortId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CohortChangeBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CohortView"];
                };
            };
            /** @description Refused */
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
    listProgramStates: {
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
                    "application/json": components["schemas"]["StatesView"];
                };
            };
            /** @description Refused */
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
    getProgram: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["ProgramView"];
                };
            };
            /** @description Refused */
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
    changeProgram: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProgramChangeBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgramView"];
                };
            };
            /** @description Refused */
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
    copyProgram: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CopyBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgramView"];
                };
            };
            /** @description Refused */
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
    getProgramCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["CalendarView"];
                };
            };
            /** @description Refused */
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
    downloadProgramCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "text/calendar": unknown;
                };
            };
            /** @description Refused */
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
    listPrograms: {
        parameters: {
            query: {
                /** @description Only programmes in this state. */
                state?: "draft" | "open" | "running" | "closing" | "closed";
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
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
                    "application/json": components["schemas"]["ProgramPage"];
                };
            };
            /** @description Refused */
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
    createProgram: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProgramBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgramView"];
                };
            };
            /** @description Refused */
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
    fundProgram: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoneyInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundingView"];
                };
            };
            /** @description Refused */
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
    getFund: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["ProgramFundView"];
                };
            };
            /** @description Refused */
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
    moveProgram: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What to do. */
                verb: "open" | "start" | "close" | "finish";
                /** @description Id or slug. */
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
                    "application/json": components["schemas"]["ProgramView"];
                };
            };
            /** @description Refused */
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
    applyToProgram: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationView"];
                };
            };
            /** @description Refused */
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
    listApplications: {
        parameters: {
            query: {
                /** @description Only applications in this state. */
                state?: "draft" | "submitted" | "in_review" | "waitlisted" | "invited" | "declined" | "withdrawn" | "expired";
                /** @description true: only those whose promised day has passed without a decision. */
                late?: boolean;
                /** @description In which order: newest first; promised soonest first; best scored first; next on the waiting list first. */
                sort?: "newest" | "due" | "score" | "waiting";
                /** @description Only applications to this programme, by id. */
                programId?: string;
                /** @description Only applications of artists in this cohort, by id. */
                cohortId?: string;
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
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
                    "application/json": components["schemas"]["ApplicationPage"];
                };
            };
            /** @description Refused */
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
    getApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["ApplicationView"];
                };
            };
            /** @description Refused */
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
    saveApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationDraftBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationView"];
                };
            };
            /** @description Refused */
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
    moveApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What to do. */
                verb: "submit" | "reopen" | "withdraw" | "startReview" | "invite" | "waitlist" | "decline";
                /** @description Id of the application. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationVerbBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationView"];
                };
            };
            /** @description Refused */
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
    addApplicationFile: {
        parameters: {
            query?: {
                /** @description What you call the file. */
                name?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileView"];
                };
            };
            /** @description Refused */
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
    getApplicationFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                fileId: string;
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
                    "application/octet-stream": string;
                };
            };
            /** @description Refused */
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
    removeApplicationFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                fileId: string;
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
            /** @description Refused */
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
    getApplicationForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["EntryView"];
                };
            };
            /** @description Refused */
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
    publishApplicationForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormView"];
                };
            };
            /** @description Refused */
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
    lintApplicationForm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormLintBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormLintView"];
                };
            };
            /** @description Refused */
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
    checkEligibility: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EligibilityBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EligibilityView"];
                };
            };
            /** @description Refused */
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
    listProgramInvitations: {
        parameters: {
            query: {
                state?: "open" | "used" | "withdrawn" | "expired";
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
            };
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["ProgramInvitationPage"];
                };
            };
            /** @description Refused */
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
    inviteToProgram: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProgramInvitationBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgramInvitationView"];
                };
            };
            /** @description Refused */
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
    listMyInvitations: {
        parameters: {
            query: {
                state?: "open" | "used" | "withdrawn" | "expired";
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
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
                    "application/json": components["schemas"]["ProgramInvitationPage"];
                };
            };
            /** @description Refused */
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
    acceptProgramInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["EnrollmentView"];
                };
            };
            /** @description Refused */
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
    withdrawProgramInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["ProgramInvitationView"];
                };
            };
            /** @description Refused */
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
    listApplicationReviews: {
        parameters: {
            query: {
                state?: "assigned" | "completed" | "recused";
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
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
                    "application/json": components["schemas"]["ApplicationReviewPage"];
                };
            };
            /** @description Refused */
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
    getApplicationReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["ApplicationReviewView"];
                };
            };
            /** @description Refused */
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
    getReviewedFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                fileId: string;
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
                    "application/octet-stream": string;
                };
            };
            /** @description Refused */
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
    moveApplicationReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                verb: "complete" | "reopen" | "recuse";
                /** @description Id, `rev_…`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationReviewBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationReviewView"];
                };
            };
            /** @description Refused */
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
    getSelection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["SelectionView"];
                };
            };
            /** @description Refused */
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
    getReviewNotes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["ReviewNotesView"];
                };
            };
            /** @description Refused */
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
    addApplicationPanelist: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationPanelBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SelectionView"];
                };
            };
            /** @description Refused */
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
    removeApplicationPanelist: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                personId: string;
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
                    "application/json": components["schemas"]["SelectionView"];
                };
            };
            /** @description Refused */
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
    handOutApplications: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["HandOutView"];
                };
            };
            /** @description Refused */
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
    stepPlacesDraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                step: "commit" | "close" | "hold" | "cancel";
                /** @description Id or slug of the programme. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DrawStepBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SelectionView"];
                };
            };
            /** @description Refused */
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
    countCohortMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                cohortId: string;
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
                    "application/json": components["schemas"]["MembersView"];
                };
            };
            /** @description Refused */
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
    admitToCohort: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                cohortId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MembersBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembersView"];
                };
            };
            /** @description Refused */
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
    searchRulings: {
        parameters: {
            query: {
                /** @description Only with this outcome. */
                outcome?: "yes" | "no" | "conditions";
                /** @description Words to look for, as in a search box: "a phrase", or, -not. */
                words?: string;
                /** @description Only about this clause. */
                clauseId?: string;
                /** @description Only those about this programme, by id. */
                programId?: string;
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
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
                    "application/json": components["schemas"]["PrecedentPage"];
                };
            };
            /** @description Refused */
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
    countRulings: {
        parameters: {
            query: {
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
                /** @description Only those about this programme, by id. */
                programId?: string;
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
                    "application/json": components["schemas"]["RulingNumbersView"];
                };
            };
            /** @description Refused */
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
    getRuling: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["PrecedentView"];
                };
            };
            /** @description Refused */
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
    listQuestions: {
        parameters: {
            query: {
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
                /** @description Only those about this programme, by id. */
                programId?: string;
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
                    "application/json": components["schemas"]["MayIQuestionPage"];
                };
            };
            /** @description Refused */
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
    askQuestion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MayIQuestionBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MayIQuestionView"];
                };
            };
            /** @description Refused */
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
    listQuestionQueue: {
        parameters: {
            query: {
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
                /** @description Only those about this programme, by id. */
                programId?: string;
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
                    "application/json": components["schemas"]["MayIQuestionPage"];
                };
            };
            /** @description Refused */
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
    getQuestion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["MayIQuestionView"];
                };
            };
            /** @description Refused */
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
    ruleOnQuestion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RulingBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MayIQuestionView"];
                };
            };
            /** @description Refused */
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
    withdrawQuestion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["MayIQuestionView"];
                };
            };
            /** @description Refused */
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
    listEnrollments: {
        parameters: {
            query: {
                /** @description Only enrollments in this state. */
                state?: "terms_pending" | "active" | "paused" | "suspended" | "offboarding" | "alumni";
                /** @description Only enrollments in this programme, by id. */
                programId?: string;
                /** @description Only enrollments of this cohort, by id. */
                cohortId?: string;
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
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
                    "application/json": components["schemas"]["EnrollmentPage"];
                };
            };
            /** @description Refused */
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
    getEnrollment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["EnrollmentView"];
                };
            };
            /** @description Refused */
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
    getEnrollmentTerms: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["EnrollmentTermsView"];
                };
            };
            /** @description Refused */
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
    consentToTerms: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrollmentView"];
                };
            };
            /** @description Refused */
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
    moveEnrollment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What to do. */
                verb: "pause" | "resume" | "leave" | "suspend" | "reinstate";
                /** @description Id of the enrollment. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnrollmentVerbBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrollmentView"];
                };
            };
            /** @description Refused */
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
    getQuota: {
        parameters: {
            query: {
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
                /** @description Whose programme; needed only by artists in more than one. */
                programId?: string;
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
                    "application/json": components["schemas"]["QuotaView"];
                };
            };
            /** @description Refused */
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
    getQuotaOf: {
        parameters: {
            query: {
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
            };
            header?: never;
            path: {
                enrollmentId: string;
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
                    "application/json": components["schemas"]["QuotaView"];
                };
            };
            /** @description Refused */
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
    getPrices: {
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
                    "application/json": components["schemas"]["PriceTableView"];
                };
            };
            /** @description Refused */
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
    listPrices: {
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
                    "application/json": components["schemas"]["PriceTableListView"];
                };
            };
            /** @description Refused */
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
    getProgramCredits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["ProgramCreditsView"];
                };
            };
            /** @description Refused */
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
    topUpQuota: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                enrollmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TopUpBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopUpView"];
                };
            };
            /** @description Refused */
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
    watchGenerations: {
        parameters: {
            query?: never;
            header: {
                "last-event-id": string;
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
            /** @description Refused */
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
    watchGeneration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "text/event-stream": string;
                };
            };
            /** @description Refused */
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
    getEtaAccuracy: {
        parameters: {
            query: {
                /** @description Days back. */
                days: number;
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
                    "application/json": components["schemas"]["AccuracyView"];
                };
            };
            /** @description Refused */
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
    getKeeperRates: {
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
                    "application/json": components["schemas"]["KeeperRatesView"];
                };
            };
            /** @description Refused */
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
    listProjects: {
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
                    "application/json": components["schemas"]["ProjectListView"];
                };
            };
            /** @description Refused */
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
    quoteGeneration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GenerationInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuoteView"];
                };
            };
            /** @description Refused */
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
    listGenerations: {
        parameters: {
            query: {
                state?: "queued" | "throttled" | "starting" | "processing" | "finishing" | "succeeded" | "failed" | "canceled" | "aborted" | "expired" | "refused";
                /** @description Only keepers, or only clips that are none. */
                keeper?: boolean;
                /** @description Only the variations of one request. */
                batchId?: string;
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
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
                    "application/json": components["schemas"]["GenerationPage"];
                };
            };
            /** @description Refused */
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
    submitGeneration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GenerationInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchView"];
                };
            };
            /** @description Refused */
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
    getGeneration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["GenerationView"];
                };
            };
            /** @description Refused */
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
    getWait: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["WaitView"];
                };
            };
            /** @description Refused */
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
    cancelGeneration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["GenerationView"];
                };
            };
            /** @description Refused */
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
    markKeeper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeeperInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GenerationView"];
                };
            };
            /** @description Refused */
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
    promoteDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
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
                    "application/json": components["schemas"]["BatchView"];
                };
            };
            /** @description Refused */
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
    markUnusable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnusableInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GenerationView"];
                };
            };
            /** @description Refused */
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
    getGenerationVideo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "video/mp4": string;
                };
            };
            /** @description Refused */
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
    getGenerationPoster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "image/jpeg": string;
                };
            };
            /** @description Refused */
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
    getGenerationSheet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "image/jpeg": string;
                };
            };
            /** @description Refused */
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
    getGenerationLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["FileLinkView"];
                };
            };
            /** @description Refused */
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
    listPools: {
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
                    "application/json": components["schemas"]["PoolListView"];
                };
            };
            /** @description Refused */
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
    listLine: {
        parameters: {
            query: {
                /** @description Only this pool. */
                pool?: string;
                /** @description Artists to list, those who have waited longest first. */
                limit: number;
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
                    "application/json": components["schemas"]["LineListView"];
                };
            };
            /** @description Refused */
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
    listProviders: {
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
                    "application/json": components["schemas"]["ProviderListView"];
                };
            };
            /** @description Refused */
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
    listLeases: {
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
                    "application/json": components["schemas"]["LeaseListView"];
                };
            };
            /** @description Refused */
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
    getProviderHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
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
                    "application/json": components["schemas"]["CircuitHistoryView"];
                };
            };
            /** @description Refused */
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
    setProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProviderSettingsBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderView"];
                };
            };
            /** @description Refused */
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
    pauseProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
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
                    "application/json": components["schemas"]["ProviderView"];
                };
            };
            /** @description Refused */
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
    resumeProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
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
                    "application/json": components["schemas"]["ProviderView"];
                };
            };
            /** @description Refused */
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
    testProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
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
                    "application/json": components["schemas"]["ProviderView"];
                };
            };
            /** @description Refused */
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
    tellOfRender: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
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
            /** @description Refused */
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
    listStyles: {
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
                    "application/json": components["schemas"]["StyleListView"];
                };
            };
            /** @description Refused */
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
    draftStyle: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewStyleBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StyleVersionView"];
                };
            };
            /** @description Refused */
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
    listStyleVersions: {
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
                    "application/json": components["schemas"]["StyleVersionListView"];
                };
            };
            /** @description Refused */
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
    changeStyle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StyleChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StyleVersionView"];
                };
            };
            /** @description Refused */
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
    publishStyle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["StyleVersionView"];
                };
            };
            /** @description Refused */
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
    retireStyle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["StyleVersionView"];
                };
            };
            /** @description Refused */
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
    uploadReference: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/png": string;
                "image/jpeg": string;
                "image/webp": string;
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferenceView"];
                };
            };
            /** @description Refused */
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
    getReference: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "image/*": string;
                };
            };
            /** @description Refused */
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
    getLineage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["LineageView"];
                };
            };
            /** @description Refused */
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
    registerWorker: {
        parameters: {
            query?: never;
            header: {
                "Atelier-Worker-Protocol": "1";
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredView"];
                };
            };
            /** @description Refused */
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
    renewWorkerToken: {
        parameters: {
            query?: never;
            header: {
                "Atelier-Worker-Protocol": "1";
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
                    "application/json": components["schemas"]["WorkerTokenView"];
                };
            };
            /** @description Refused */
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
    claimJobs: {
        parameters: {
            query?: never;
            header: {
                "Atelier-Worker-Protocol": "1";
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JobClaimBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobClaimView"];
                };
            };
            /** @description Refused */
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
    beatJob: {
        parameters: {
            query?: never;
            header: {
                "Atelier-Worker-Protocol": "1";
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HeartbeatBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeartbeatView"];
                };
            };
            /** @description Refused */
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
    offerUpload: {
        parameters: {
            query?: never;
            header: {
                "Atelier-Worker-Protocol": "1";
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UploadBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadView"];
                };
            };
            /** @description Refused */
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
    completeJob: {
        parameters: {
            query?: never;
            header: {
                "Atelier-Worker-Protocol": "1";
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompleteBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndedView"];
                };
            };
            /** @description Refused */
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
    failJob: {
        parameters: {
            query?: never;
            header: {
                "Atelier-Worker-Protocol": "1";
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FailBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndedView"];
                };
            };
            /** @description Refused */
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
    releaseJob: {
        parameters: {
            query?: never;
            header: {
                "Atelier-Worker-Protocol": "1";
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeaseBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndedView"];
                };
            };
            /** @description Refused */
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
    drainSelf: {
        parameters: {
            query?: never;
            header: {
                "Atelier-Worker-Protocol": "1";
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
                    "application/json": components["schemas"]["StandingView"];
                };
            };
            /** @description Refused */
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
    leavePool: {
        parameters: {
            query?: never;
            header: {
                "Atelier-Worker-Protocol": "1";
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
                    "application/json": components["schemas"]["StandingView"];
                };
            };
            /** @description Refused */
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
    listWorkers: {
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
                    "application/json": components["schemas"]["WorkerList"];
                };
            };
            /** @description Refused */
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
    actOnWorker: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                verb: "drain" | "maintain" | "resume";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FleetBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkerView"];
                };
            };
            /** @description Refused */
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
    getStorage: {
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
                    "application/json": components["schemas"]["StorageView"];
                };
            };
            /** @description Refused */
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
    getProvenance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["ProvenanceView"];
                };
            };
            /** @description Refused */
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
    getManifest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused */
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
    getSigner: {
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
                    "application/json": components["schemas"]["SignerView"];
                };
            };
            /** @description Refused */
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
    getCreditLine: {
        parameters: {
            query?: {
                /** @description Needed only by artists in more than one programme. */
                programId?: string;
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
                    "application/json": components["schemas"]["CreditLineView"];
                };
            };
            /** @description Refused */
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
    setCreditLine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreditLineInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditLineView"];
                };
            };
            /** @description Refused */
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
    listFileChecks: {
        parameters: {
            query: {
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
                /** @description Only checks that found something wrong. */
                bad?: boolean;
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
                    "application/json": components["schemas"]["FileCheckPage"];
                };
            };
            /** @description Refused */
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
    checkFiles: {
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
                    "application/json": components["schemas"]["FileCheckRunView"];
                };
            };
            /** @description Refused */
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
    verifyHash: {
        parameters: {
            query: {
                /** @description Hash of the file, 64 hex digits. */
                sha256: string;
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
                    "application/json": components["schemas"]["VerifyView"];
                };
            };
            /** @description Refused */
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
    verifyFile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "video/mp4": string;
                "multipart/form-data": string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerifyView"];
                };
            };
            /** @description Refused */
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
    listVideos: {
        parameters: {
            query: {
                limit: number;
                order: "asc" | "desc";
                /** @description Only what comes after this one. */
                after?: string;
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
                    "application/json": components["schemas"]["VideoListView"];
                };
            };
            /** @description Refused */
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
    createVideo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    prompt: string;
                    model?: string;
                    /** @default 4 */
                    seconds?: string;
                    /** @default 720x1280 */
                    size?: string;
                };
                "multipart/form-data": {
                    prompt: string;
                    model?: string;
                    /** @default 4 */
                    seconds?: string;
                    /** @default 720x1280 */
                    size?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VideoView"];
                };
            };
            /** @description Refused */
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
    retrieveVideo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["VideoView"];
                };
            };
            /** @description Refused */
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
    deleteVideo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["DeletedVideoView"];
                };
            };
            /** @description Refused */
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
    downloadVideo: {
        parameters: {
            query: {
                variant: "video" | "thumbnail" | "spritesheet";
            };
            header?: never;
            path: {
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
                content?: never;
            };
            /** @description Refused */
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
    listModels: {
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
                    "application/json": components["schemas"]["ModelListView"];
                };
            };
            /** @description Refused */
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
    retrieveModel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["ModelView"];
                };
            };
            /** @description Refused */
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
    claimNextSubmission: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QueueFilter"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmissionDetail"];
                };
            };
            /** @description Refused */
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
    listReviewConflicts: {
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
                    "application/json": components["schemas"]["ConflictList"];
                };
            };
            /** @description Refused */
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
    withdrawReviewConflict: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conflictId: string;
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
                    "application/json": components["schemas"]["ConflictList"];
                };
            };
            /** @description Refused */
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
    undoDecision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["SubmissionDetail"];
                };
            };
            /** @description Refused */
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
    skipSubmission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SkipInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmissionDetail"];
                };
            };
            /** @description Refused */
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
    recuseFromSubmission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecuseInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmissionDetail"];
                };
            };
            /** @description Refused */
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
    addReviewNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteList"];
                };
            };
            /** @description Refused */
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
    removeReviewNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                noteId: string;
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
                    "application/json": components["schemas"]["NoteList"];
                };
            };
            /** @description Refused */
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
    getReviewDesk: {
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
                    "application/json": components["schemas"]["DeskSettings"];
                };
            };
            /** @description Refused */
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
    setReviewDesk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskSettings"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskSettings"];
                };
            };
            /** @description Refused */
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
    getShowcase: {
        parameters: {
            query?: {
                programId?: string;
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
                    "application/json": components["schemas"]["ShowcaseView"];
                };
            };
            /** @description Refused */
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
    listShowcaseRounds: {
        parameters: {
            query: {
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
                programId?: string;
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
                    "application/json": components["schemas"]["RoundPage"];
                };
            };
            /** @description Refused */
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
    planShowcaseRound: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoundInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundDetail"];
                };
            };
            /** @description Refused */
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
    getShowcaseRound: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["RoundDetail"];
                };
            };
            /** @description Refused */
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
    takeShowcaseStep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                step: "close" | "fill" | "cancel";
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
                    "application/json": components["schemas"]["RoundDetail"];
                };
            };
            /** @description Refused */
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
    listOwnConsents: {
        parameters: {
            query: {
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
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
                    "application/json": components["schemas"]["OwnConsentsPage"];
                };
            };
            /** @description Refused */
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
    giveConsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                use: "showcase" | "marketing" | "training" | "press";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnConsentsView"];
                };
            };
            /** @description Refused */
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
    revokeConsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                use: "showcase" | "marketing" | "training" | "press";
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
                    "application/json": components["schemas"]["OwnConsentsView"];
                };
            };
            /** @description Refused */
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
    listLicences: {
        parameters: {
            query: {
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
                programId?: string;
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
                    "application/json": components["schemas"]["LicenceGrantedPage"];
                };
            };
            /** @description Refused */
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
    grantLicence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LicenceInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenceGrantedView"];
                };
            };
            /** @description Refused */
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
    listConsentingWorks: {
        parameters: {
            query: {
                use?: "showcase" | "marketing" | "training" | "press";
                programId?: string;
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
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
                    "application/json": components["schemas"]["ConsentingPage"];
                };
            };
            /** @description Refused */
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
    fileAppeal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppealInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppealView"];
                };
            };
            /** @description Refused */
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
    listAppeals: {
        parameters: {
            query: {
                /** @description For reviewers: what waits for a hearing, oldest first. */
                queue?: "open";
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
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
                    "application/json": components["schemas"]["AppealPage"];
                };
            };
            /** @description Refused */
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
    getAppeal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["AppealView"];
                };
            };
            /** @description Refused */
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
    moveAppeal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                verb: "take" | "giveBack" | "uphold" | "overturn" | "overturnPartly";
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppealStepInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppealView"];
                };
            };
            /** @description Refused */
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
    listSubmissions: {
        parameters: {
            query: {
                part?: "free" | "mine" | "escalated" | "late" | "soon" | "again";
                risk?: "low" | "medium" | "high";
                label?: "violence" | "nudity" | "minors" | "politics" | "health" | "drugs" | "strong_language" | "flashing";
                audience?: "wide" | "press" | "festival" | "portfolio";
                /** @description For reviewers. open: by deadline, without one’s own; all: newest first. */
                queue?: "open" | "all";
                /** @description Not with queue=open. */
                state?: "draft" | "submitted" | "in_review" | "changes_requested" | "approved" | "declined" | "published" | "withdrawn" | "escalated" | "taken_down";
                /** @description Only of this programme. */
                programId?: string;
                /** @description Only of this cohort. */
                cohortId?: string;
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
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
                    "application/json": components["schemas"]["SubmissionPage"];
                };
            };
            /** @description Refused */
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
    createSubmission: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmissionInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmissionDetail"];
                };
            };
            /** @description Refused */
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
    checkSubmission: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckView"];
                };
            };
            /** @description Refused */
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
    getSubmission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["SubmissionDetail"];
                };
            };
            /** @description Refused */
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
    checkSubmissionChanges: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfferChanges"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckView"];
                };
            };
            /** @description Refused */
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
    submitSubmission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmissionDetail"];
                };
            };
            /** @description Refused */
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
    resubmitSubmission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmissionDetail"];
                };
            };
            /** @description Refused */
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
    withdrawSubmission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmissionDetail"];
                };
            };
            /** @description Refused */
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
    takeDownSubmission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmissionDetail"];
                };
            };
            /** @description Refused */
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
    moveSubmission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                verb: "submit" | "claim" | "release" | "expireClaim" | "requestChanges" | "approve" | "decline" | "escalate" | "approveLate" | "escalateLate" | "resubmit" | "withdraw" | "publish" | "takeDown" | "reinstate" | "reopen";
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmissionDetail"];
                };
            };
            /** @description Refused */
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
    listWorks: {
        parameters: {
            query: {
                licence?: "all_rights_reserved" | "cc_by_4_0" | "cc_by_sa_4_0" | "cc_by_nc_4_0" | "cc_by_nc_sa_4_0" | "cc_by_nd_4_0" | "cc_by_nc_nd_4_0" | "cc0_1_0";
                madeWith?: "procedural" | "model";
                /** @description Labels that are not to be shown, parted by commas. */
                without?: ("violence" | "nudity" | "minors" | "politics" | "health" | "drugs" | "strong_language" | "flashing")[];
                sort?: "newest" | "oldest";
                /** @description Words that must all occur in title, text, tags or names; "a phrase" in quotes, -word without it. */
                q?: string;
                /** @description One tag, such as `long-take`. */
                tag?: string;
                /** @description `artistId` of a work: works under that artist's name. */
                artist?: string;
                /** @description Works of one programme. */
                programId?: string;
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
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
                    "application/json": components["schemas"]["WorkPage"];
                };
            };
            /** @description Refused */
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
    getWork: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
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
                    "application/json": components["schemas"]["WorkView"];
                };
            };
            /** @description Refused */
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
    getWorkVideo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
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
    getWorkPoster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
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
    getWorkPicture: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                name: "320" | "640" | "960" | "1280" | "share";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
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
    getWorkProvenance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
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
                    "application/json": components["schemas"]["ProvenanceView"];
                };
            };
            /** @description Refused */
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
    getWorkManifest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
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
                    "application/json": Record<string, never>;
                };
            };
            /** @description Refused */
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
    listOwnWorks: {
        parameters: {
            query: {
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
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
                    "application/json": components["schemas"]["OwnWorkPage"];
                };
            };
            /** @description Refused */
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
    getOwnWork: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["OwnWorkView"];
                };
            };
            /** @description Refused */
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
    describeWork: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnWorkView"];
                };
            };
            /** @description Refused */
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
    unlistWork: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["OwnWorkView"];
                };
            };
            /** @description Refused */
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
    relistWork: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["OwnWorkView"];
                };
            };
            /** @description Refused */
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
    listFarewells: {
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
                    "application/json": components["schemas"]["FarewellList"];
                };
            };
            /** @description Refused */
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
    chooseFarewell: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FarewellInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FarewellList"];
                };
            };
            /** @description Refused */
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
    listPressLinks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["PressLinkList"];
                };
            };
            /** @description Refused */
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
    createPressLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PressLinkInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PressLinkList"];
                };
            };
            /** @description Refused */
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
    endPressLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
            /** @description Refused */
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
    openPressLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
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
                    "application/json": components["schemas"]["PressView"];
                };
            };
            /** @description Refused */
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
    getPressVideo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
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
    getPressPoster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused */
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
    getWorksRss: {
        parameters: {
            query: {
                licence?: "all_rights_reserved" | "cc_by_4_0" | "cc_by_sa_4_0" | "cc_by_nc_4_0" | "cc_by_nc_sa_4_0" | "cc_by_nd_4_0" | "cc_by_nc_nd_4_0" | "cc0_1_0";
                madeWith?: "procedural" | "model";
                /** @description Labels that are not to be shown, parted by commas. */
                without?: ("violence" | "nudity" | "minors" | "politics" | "health" | "drugs" | "strong_language" | "flashing")[];
                sort?: "newest" | "oldest";
                /** @description Words that must all occur in title, text, tags or names; "a phrase" in quotes, -word without it. */
                q?: string;
                /** @description One tag, such as `long-take`. */
                tag?: string;
                /** @description `artistId` of a work: works under that artist's name. */
                artist?: string;
                /** @description Works of one programme. */
                programId?: string;
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
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
                    "application/rss+xml": string;
                };
            };
            /** @description Refused */
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
    getWorksJsonFeed: {
        parameters: {
            query: {
                licence?: "all_rights_reserved" | "cc_by_4_0" | "cc_by_sa_4_0" | "cc_by_nc_4_0" | "cc_by_nc_sa_4_0" | "cc_by_nd_4_0" | "cc_by_nc_nd_4_0" | "cc0_1_0";
                madeWith?: "procedural" | "model";
                /** @description Labels that are not to be shown, parted by commas. */
                without?: ("violence" | "nudity" | "minors" | "politics" | "health" | "drugs" | "strong_language" | "flashing")[];
                sort?: "newest" | "oldest";
                /** @description Words that must all occur in title, text, tags or names; "a phrase" in quotes, -word without it. */
                q?: string;
                /** @description One tag, such as `long-take`. */
                tag?: string;
                /** @description `artistId` of a work: works under that artist's name. */
                artist?: string;
                /** @description Works of one programme. */
                programId?: string;
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
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
                    "application/feed+json": Record<string, never>;
                };
            };
            /** @description Refused */
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
    getWorkPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
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
                    "text/html": string;
                };
            };
            /** @description Refused */
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
    getEmbedPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
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
                    "text/html": string;
                };
            };
            /** @description Refused */
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
    getOembed: {
        parameters: {
            query: {
                /** @description Address of the work's page. */
                url: string;
                maxwidth?: number;
                maxheight?: number;
                /** @description Only `json`. */
                format?: "json";
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
                    "application/json": components["schemas"]["OembedView"];
                };
            };
            /** @description Refused */
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
    getGalleryWords: {
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
                    "application/json": components["schemas"]["GalleryWords"];
                };
            };
            /** @description Refused */
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
    listCuratedWorks: {
        parameters: {
            query: {
                standing?: "gallery" | "by_link" | "unlisted" | "taken_down";
                programId?: string;
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
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
                    "application/json": components["schemas"]["CuratedPage"];
                };
            };
            /** @description Refused */
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
    getApprovalPolicy: {
        parameters: {
            query?: {
                /** @description The one in force when absent. */
                version?: number;
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
                    "application/json": components["schemas"]["PolicyView"];
                };
            };
            /** @description Refused */
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
    publishApprovalPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyView"];
                };
            };
            /** @description Refused */
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
    getApprovalNumbers: {
        parameters: {
            query?: {
                /** @description Only this programme; all of them when absent. */
                programId?: string;
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
                    "application/json": components["schemas"]["ApprovalNumbersView"];
                };
            };
            /** @description Refused */
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
    getReviewClocks: {
        parameters: {
            query?: {
                /** @description Only this programme; all of them when absent. */
                programId?: string;
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
                    "application/json": components["schemas"]["ClockNumbersView"];
                };
            };
            /** @description Refused */
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
    getOpinionParity: {
        parameters: {
            query?: {
                /** @description Only this programme; all of them when absent. */
                programId?: string;
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
                    "application/json": components["schemas"]["OpinionParityView"];
                };
            };
            /** @description Refused */
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
    listFeedback: {
        parameters: {
            query: {
                /** @description For who triages. open: what waits for a decision, by deadline; all: newest first. */
                queue?: "open" | "all";
                /** @description Not with queue=open. */
                state?: "new" | "triaged" | "accepted" | "planned" | "in_progress" | "shipped" | "declined" | "duplicate" | "needs_info";
                /** @description Only what is about this clip. */
                generationId?: string;
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
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
                    "application/json": components["schemas"]["FeedbackPage"];
                };
            };
            /** @description Refused */
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
    fileFeedback: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeedbackInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedbackView"];
                };
            };
            /** @description Refused */
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
    findSimilarFeedback: {
        parameters: {
            query: {
                /** @description The programme it is about. */
                programId: string;
                /** @description What one is about to send. */
                text: string;
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
                    "application/json": components["schemas"]["SimilarPage"];
                };
            };
            /** @description Refused */
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
    getFeedback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["FeedbackView"];
                };
            };
            /** @description Refused */
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
    answerFeedbackInfo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeedbackStepInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedbackView"];
                };
            };
            /** @description Refused */
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
    moveFeedback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                verb: "triage" | "accept" | "acceptLate" | "decline" | "markDuplicate" | "askInfo" | "answerInfo" | "plan" | "begin" | "ship";
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeedbackStepInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedbackView"];
                };
            };
            /** @description Refused */
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
    uploadFeedbackFile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file?: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedbackFileView"];
                };
            };
            /** @description Refused */
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
    getFeedbackFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "*/*": string;
                };
            };
            /** @description Refused */
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
    listMyEarnings: {
        parameters: {
            query: {
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
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
                    "application/json": components["schemas"]["EarningPage"];
                };
            };
            /** @description Refused */
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
    listEarnings: {
        parameters: {
            query: {
                /** @description Only in this state. */
                state?: "unfunded" | "due" | "in_payout" | "paid" | "reversed";
                /** @description Only of this kind of income. */
                category?: "service" | "prize" | "royalty" | "reimbursement";
                /** @description `yes`: only what was paid after its promised date, or waits beyond it. */
                late?: "yes";
                /** @description Only this person's. */
                personId?: string;
                /** @description Only of this programme. */
                programId?: string;
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
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
                    "application/json": components["schemas"]["EarningPage"];
                };
            };
            /** @description Refused */
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
    getEarning: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["EarningDetailView"];
                };
            };
            /** @description Refused */
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
    downloadMyEarnings: {
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
                    "text/csv": string;
                };
            };
            /** @description Refused */
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
    downloadEarnings: {
        parameters: {
            query?: {
                /** @description Only in this state. */
                state?: "unfunded" | "due" | "in_payout" | "paid" | "reversed";
                /** @description Only of this kind of income. */
                category?: "service" | "prize" | "royalty" | "reimbursement";
                /** @description `yes`: only what was paid after its promised date, or waits beyond it. */
                late?: "yes";
                /** @description Only this person's. */
                personId?: string;
                /** @description Only of this programme. */
                programId?: string;
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
                };
            };
            /** @description Refused */
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
    sumEarnings: {
        parameters: {
            query?: {
                /** @description Only in this state. */
                state?: "unfunded" | "due" | "in_payout" | "paid" | "reversed";
                /** @description Only of this kind of income. */
                category?: "service" | "prize" | "royalty" | "reimbursement";
                /** @description `yes`: only what was paid after its promised date, or waits beyond it. */
                late?: "yes";
                /** @description Only this person's. */
                personId?: string;
                /** @description Only of this programme. */
                programId?: string;
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
                    "application/json": components["schemas"]["EarningTotalsView"];
                };
            };
            /** @description Refused */
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
    listCorrections: {
        parameters: {
            query: {
                state?: "proposed" | "confirmed" | "withdrawn" | "contested" | "upheld" | "overturned";
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
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
                    "application/json": components["schemas"]["CorrectionPage"];
                };
            };
            /** @description Refused */
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
    proposeCorrection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectionBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionView"];
                };
            };
            /** @description Refused */
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
    actOnCorrection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                verb: "confirm" | "withdraw" | "uphold" | "overturn";
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectionVerbBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionView"];
                };
            };
            /** @description Refused */
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
    objectToCorrection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ObjectionBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnCorrectionView"];
                };
            };
            /** @description Refused */
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
    giveByCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ByCardBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GivenView"];
                };
            };
            /** @description Refused */
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
    getTaxRules: {
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
                    "application/json": components["schemas"]["TaxRulesView"];
                };
            };
            /** @description Refused */
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
    getMyTax: {
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
                    "application/json": components["schemas"]["MyTaxView"];
                };
            };
            /** @description Refused */
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
    setTaxResidence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResidenceBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyTaxView"];
                };
            };
            /** @description Refused */
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
    handInTaxForm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaxFormBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyTaxView"];
                };
            };
            /** @description Refused */
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
    listTaxForms: {
        parameters: {
            query: {
                state?: "not_asked" | "requested" | "received" | "valid" | "expired" | "rejected";
                /** @description Only this person's. */
                personId?: string;
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
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
                    "application/json": components["schemas"]["TaxFormPage"];
                };
            };
            /** @description Refused */
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
    listMissingTaxForms: {
        parameters: {
            query?: {
                /** @description Only of this programme. */
                programId?: string;
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
                    "application/json": components["schemas"]["MissingFormListView"];
                };
            };
            /** @description Refused */
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
    requestTaxForm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaxRequestBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaxFormDetailView"];
                };
            };
            /** @description Refused */
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
    getTaxForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["TaxFormDetailView"];
                };
            };
            /** @description Refused */
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
    actOnTaxForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                verb: "accept" | "reject" | "request";
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaxFormVerbBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaxFormDetailView"];
                };
            };
            /** @description Refused */
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
    getTaxSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["TaxSettingsView"];
                };
            };
            /** @description Refused */
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
    setTaxSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaxSettingsBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaxSettingsView"];
                };
            };
            /** @description Refused */
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
    listTaxRemittances: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["RemittanceListView"];
                };
            };
            /** @description Refused */
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
    remitTax: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemittanceBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemittanceView"];
                };
            };
            /** @description Refused */
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
    listCallApplications: {
        parameters: {
            query: {
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
            };
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["CallApplicationPage"];
                };
            };
            /** @description Refused */
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
    applyToCall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallApplicationBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallApplicationView"];
                };
            };
            /** @description Refused */
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
    listMyCallApplications: {
        parameters: {
            query: {
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
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
                    "application/json": components["schemas"]["CallApplicationPage"];
                };
            };
            /** @description Refused */
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
    getCallApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["CallApplicationView"];
                };
            };
            /** @description Refused */
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
    updateCallApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallApplicationBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallApplicationView"];
                };
            };
            /** @description Refused */
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
    nameFinalist: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["CallApplicationView"];
                };
            };
            /** @description Refused */
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
    moveCallApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What to do. */
                verb: "submit" | "reopen" | "withdraw" | "award" | "reserve" | "decline" | "revise";
                /** @description `gra_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallApplicationAnswer"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallApplicationView"];
                };
            };
            /** @description Refused */
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
    getCallFeed: {
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
                    "application/feed+json": Record<string, never>;
                };
            };
            /** @description Refused */
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
    listCalls: {
        parameters: {
            query: {
                state?: "draft" | "open" | "closed" | "decided" | "cancelled";
                /** @description Only of this programme. */
                programId?: string;
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
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
                    "application/json": components["schemas"]["CallPage"];
                };
            };
            /** @description Refused */
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
    createCall: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallView"];
                };
            };
            /** @description Refused */
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
    getCall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["CallView"];
                };
            };
            /** @description Refused */
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
    updateCall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallView"];
                };
            };
            /** @description Refused */
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
    getJudging: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["JudgingView"];
                };
            };
            /** @description Refused */
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
    addPanelist: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PanelistBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JudgingView"];
                };
            };
            /** @description Refused */
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
    removePanelist: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                personId: string;
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
                    "application/json": components["schemas"]["JudgingView"];
                };
            };
            /** @description Refused */
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
    rankCall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["JudgingView"];
                };
            };
            /** @description Refused */
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
    moveCall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What to do. */
                verb: "open" | "close" | "decide" | "cancel";
                /** @description `cal_…` */
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
                    "application/json": components["schemas"]["CallView"];
                };
            };
            /** @description Refused */
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
    listCallQuestions: {
        parameters: {
            query: {
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
            };
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["QuestionPage"];
                };
            };
            /** @description Refused */
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
    askAboutCall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuestionBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionView"];
                };
            };
            /** @description Refused */
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
    answerCallQuestion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionView"];
                };
            };
            /** @description Refused */
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
    listGrantReviews: {
        parameters: {
            query: {
                state?: "assigned" | "completed" | "recused";
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
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
                    "application/json": components["schemas"]["ReviewPage"];
                };
            };
            /** @description Refused */
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
    getGrantReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["ReviewView"];
                };
            };
            /** @description Refused */
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
    moveGrantReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                verb: "complete" | "reopen" | "recuse";
                /** @description `rev_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewView"];
                };
            };
            /** @description Refused */
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
    listGrantPanels: {
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
                    "application/json": components["schemas"]["PanelSeats"];
                };
            };
            /** @description Refused */
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
    declareConflict: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                callId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclarationBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PanelSeatView"];
                };
            };
            /** @description Refused */
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
    withdrawDeclaration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description `cal_…` */
                callId: string;
                /** @description `dcl_…` */
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
                    "application/json": components["schemas"]["PanelSeatView"];
                };
            };
            /** @description Refused */
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
    listAwards: {
        parameters: {
            query: {
                state?: "offered" | "active" | "ending" | "appealed" | "reported" | "terminated" | "turned_down";
                /** @description Only of this call. */
                callId?: string;
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
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
                    "application/json": components["schemas"]["AwardPage"];
                };
            };
            /** @description Refused */
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
    getAward: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["AwardView"];
                };
            };
            /** @description Refused */
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
    proposeAmendment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendmentBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AwardView"];
                };
            };
            /** @description Refused */
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
    moveAmendment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                verb: "agree" | "reject";
                /** @description `amd_…` */
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
                    "application/json": components["schemas"]["AwardView"];
                };
            };
            /** @description Refused */
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
    moveMilestone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                verb: "submit" | "accept" | "requestChanges";
                /** @description `mil_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MilestoneVerbBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AwardView"];
                };
            };
            /** @description Refused */
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
    moveAward: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                verb: "accept" | "turnDown" | "report" | "terminate" | "appeal" | "uphold" | "overturn";
                /** @description `awd_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AwardVerbBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AwardView"];
                };
            };
            /** @description Refused */
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
    listEvents: {
        parameters: {
            query: {
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
                programId?: string;
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
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            /** @description Refused */
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
    createEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventView"];
                };
            };
            /** @description Refused */
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
    getEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["EventView"];
                };
            };
            /** @description Refused */
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
    updateEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventView"];
                };
            };
            /** @description Refused */
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
    getEventCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "text/calendar": string;
                };
            };
            /** @description Refused */
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
    moveEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                verb: "open" | "close" | "settle" | "cancel";
                /** @description `eve_…` */
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
                    "application/json": components["schemas"]["EventView"];
                };
            };
            /** @description Refused */
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
    listEventSeats: {
        parameters: {
            query: {
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
            };
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["SeatPage"];
                };
            };
            /** @description Refused */
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
    askForSeat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeatBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeatView"];
                };
            };
            /** @description Refused */
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
    listMySeats: {
        parameters: {
            query: {
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
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
                    "application/json": components["schemas"]["SeatPage"];
                };
            };
            /** @description Refused */
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
    claimExpense: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExpenseBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeatView"];
                };
            };
            /** @description Refused */
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
    moveExpense: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                verb: "approve" | "decline";
                /** @description `exp_…` */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExpenseAnswer"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeatView"];
                };
            };
            /** @description Refused */
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
    moveSeat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                verb: "giveUp" | "attend" | "miss";
                /** @description `sea_…` */
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
                    "application/json": components["schemas"]["SeatView"];
                };
            };
            /** @description Refused */
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
    getGrantNumbers: {
        parameters: {
            query?: {
                /** @description Only of this programme. */
                programId?: string;
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
                    "application/json": components["schemas"]["GrantNumbersView"];
                };
            };
            /** @description Refused */
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
    listPayoutBatches: {
        parameters: {
            query: {
                /** @description Only batches in this state. */
                state?: "draft" | "approved" | "sending" | "paused" | "done" | "canceled";
                /** @description Only batches of this programme. */
                programId?: string;
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
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
                    "application/json": components["schemas"]["PayoutBatchPage"];
                };
            };
            /** @description Refused */
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
    draftPayoutBatch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPayoutBatchInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutBatchDetailView"];
                };
            };
            /** @description Refused */
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
    getPayoutBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["PayoutBatchDetailView"];
                };
            };
            /** @description Refused */
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
    actOnPayoutBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description `send` follows an approval by itself; asking for it again does no harm. `pause` stops sending, `resume` goes on,
                 *     `stop` gives back what was not sent yet.
                 */
                verb: "approve" | "cancel" | "send" | "pause" | "resume" | "stop";
                /** @description Batch id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayoutBatchVerbInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutBatchDetailView"];
                };
            };
            /** @description Refused */
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
    listPayouts: {
        parameters: {
            query: {
                /** @description Only payouts in this state. */
                state?: "draft" | "approved" | "sending" | "in_transit" | "paid" | "failed" | "returned" | "canceled" | "on_hold";
                /** @description Only payouts of this programme. */
                programId?: string;
                /** @description Only payouts to this person. */
                personId?: string;
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
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
                    "application/json": components["schemas"]["PayoutPage"];
                };
            };
            /** @description Refused */
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
    listMyPayouts: {
        parameters: {
            query: {
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
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
                    "application/json": components["schemas"]["PayoutPage"];
                };
            };
            /** @description Refused */
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
    getPayout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["PayoutDetailView"];
                };
            };
            /** @description Refused */
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
    actOnPayout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description `retry`: ask the rail again and send if it certainly has nothing. */
                verb: "retry";
                /** @description Payout id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayoutVerbInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutDetailView"];
                };
            };
            /** @description Refused */
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
    getMyStatement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Month in UTC, such as `2026-03`. */
                month: string;
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
                    "application/json": components["schemas"]["StatementView"];
                    "text/csv": components["schemas"]["StatementView"];
                };
            };
            /** @description Refused */
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
    getStatement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Month in UTC, such as `2026-03`. */
                month: string;
                /** @description Person id. */
                personId: string;
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
                    "application/json": components["schemas"]["StatementView"];
                    "text/csv": components["schemas"]["StatementView"];
                };
            };
            /** @description Refused */
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
    downloadPayoutRegister: {
        parameters: {
            query?: {
                /** @description Only payouts in this state. */
                state?: "draft" | "approved" | "sending" | "in_transit" | "paid" | "failed" | "returned" | "canceled" | "on_hold";
                /** @description Only payouts of this programme. */
                programId?: string;
                /** @description Only payouts to this person. */
                personId?: string;
                /** @description Drafted on or after this day, UTC. */
                from?: string;
                /** @description Drafted before this day, UTC. */
                until?: string;
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
                };
            };
            /** @description Refused */
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
    getSandboxMood: {
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
                    "application/json": components["schemas"]["SandboxMoodView"];
                };
            };
            /** @description Refused */
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
    setSandboxMood: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SandboxMoodInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxMoodView"];
                };
            };
            /** @description Refused */
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
    listSandboxTransfers: {
        parameters: {
            query: {
                /** @description Only transfers in this state. */
                state?: "in_transit" | "paid" | "failed" | "returned";
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
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
                    "application/json": components["schemas"]["SandboxTransferPage"];
                };
            };
            /** @description Refused */
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
    actOnSandboxTransfer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What the bank does; `delay` lets a transfer arrive an hour later. */
                verb: "settle" | "fail" | "return" | "delay";
                /** @description Payout id, which is the transfer's reference. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SandboxVerbInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxTransferView"];
                };
            };
            /** @description Refused */
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
    getPublicReport: {
        parameters: {
            query?: {
                /** @description Only this programme; all of them when absent. */
                programId?: string;
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
                    "application/json": components["schemas"]["PublicReportView"];
                };
            };
            /** @description Refused */
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
    downloadPublicReport: {
        parameters: {
            query?: {
                /** @description Only this programme; all of them when absent. */
                programId?: string;
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
                };
            };
            /** @description Refused */
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
    getFinanceReport: {
        parameters: {
            query?: {
                /** @description Only this programme; all of them when absent. */
                programId?: string;
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
                    "application/json": components["schemas"]["FinanceReportView"];
                };
            };
            /** @description Refused */
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
    getPayNumbers: {
        parameters: {
            query?: {
                /** @description Only this programme; all of them when absent. */
                programId?: string;
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
                    "application/json": components["schemas"]["PayNumbersView"];
                };
            };
            /** @description Refused */
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
    listNotices: {
        parameters: {
            query: {
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
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
                    "application/json": components["schemas"]["NoticePage"];
                };
            };
            /** @description Refused */
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
    readAllNotices: {
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
                    "application/json": components["schemas"]["ReadNoticesView"];
                };
            };
            /** @description Refused */
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
    readNotice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["NoticeView"];
                };
            };
            /** @description Refused */
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
    listOutbox: {
        parameters: {
            query: {
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
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
                    "application/json": components["schemas"]["OutboxPage"];
                };
            };
            /** @description Refused */
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
    listWebhookEvents: {
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
                    "application/json": components["schemas"]["WebhookEventList"];
                };
            };
            /** @description Refused */
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
    listWebhooks: {
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
                    "application/json": components["schemas"]["WebhookList"];
                };
            };
            /** @description Refused */
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
    createWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewWebhookView"];
                };
            };
            /** @description Refused */
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
    removeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["WebhookView"];
                };
            };
            /** @description Refused */
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
    changeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookChangeBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookView"];
                };
            };
            /** @description Refused */
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
    rotateWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
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
                    "application/json": components["schemas"]["NewWebhookView"];
                };
            };
            /** @description Refused */
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
    testWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
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
                    "application/json": components["schemas"]["WebhookDeliveryView"];
                };
            };
            /** @description Refused */
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
    listWebhookDeliveries: {
        parameters: {
            query: {
                /** @description Opaque position from the previous page's `next`. */
                cursor?: string;
                /** @description Rows of one page. */
                limit: number;
            };
            header?: never;
            path: {
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
                    "application/json": components["schemas"]["WebhookDeliveryPage"];
                };
            };
            /** @description Refused */
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
    resendWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                deliveryId: string;
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
                    "application/json": components["schemas"]["WebhookDeliveryView"];
                };
            };
            /** @description Refused */
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
    moveWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What to do. */
                verb: "pause" | "resume";
                /** @description `whk_…` */
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
                    "application/json": components["schemas"]["WebhookView"];
                };
            };
            /** @description Refused */
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
