extension Capability {
    /// Of two tables that hang on one, the one that names the other stands first.
    static let bankTables: [DataTable] = people + organisations + vacancies + responses + finding + centres + tools

    private static let people: [DataTable] = [
        DataTable("account", subject: "account", exported: .under("account"), term: .withOwner),
        DataTable(
            "session", .account(.goes), .to("organisation", "acting_for", .forgets, merging: .forgets),
            .to("organisation", "organisation_id", .forgets, merging: .forgets),
            .to("volunteer", "volunteer_id", .forgets),
            exported: .under("sessions"), term: .days(1)),
        DataTable("credential_link", .account(.goes), term: .days(30)),
        DataTable("action_link", .account(.goes), term: .days(30)),
        DataTable(
            "address_change", .account(.goes), .to("volunteer", "volunteer_id", .goes), links: [.changeAddress],
            exported: .under("new_addresses"), term: .days(2)),
        DataTable("centre_role_municipality", .account(.goes), term: .withOwner),
        // Mails to these are hers too; who they were goes with her.
        DataTable("former_address", .account(.goes), exported: .nowhere, term: .withOwner),
        // The log says who did what, also of who works here no more.
        DataTable("former_staff", .account(.stays), exported: .nowhere, term: .settings(["log"])),
        DataTable("centre_role", .account(.goes), .to("account", "replacement_id", .forgets), term: .open),
        DataTable(
            // Who was merged into somebody is erased by `EraseVolunteer`, before her.
            "volunteer", .account(.goes), .to("volunteer", "merged_into", .stays),
            links: [.keepVolunteer, .stopSearches],
            exported: .under("profile"),
            term: .settings(["volunteer_asked", "volunteer_asked_again", "volunteer"])),
        DataTable("volunteer_merge_row", .to("volunteer_merge", "merge_id"), term: .withOwner),
        DataTable(
            "volunteer_merge", .to("volunteer", "from_id"), .to("volunteer", "into_id"), .account(.stays),
            exported: .under("merges"), term: .days(14)),
        DataTable(
            "two_people", .to("volunteer", "first_id"), .to("volunteer", "second_id"), .account(.stays),
            exported: .under("kept_apart"), term: .withOwner),
        DataTable("volunteer_answer", .volunteer(.byHand), exported: .under("answers"), term: .withOwner),
        DataTable(
            "profile_view", .volunteer(.movesOnce(["organisation_id", "account_id", "day"])),
            .organisation(.movesOnce(["volunteer_id", "account_id", "day"])),
            .account(.stays), exported: .under("views"), term: .withOwner),
    ]

    private static let organisations: [DataTable] = [
        DataTable(
            "organisation", .to("account", "consultant_id", .forgets), .to("upload", "logo_id", .forgets),
            subject: "organisation", term: .settings(["rejected_organisation"])),
        DataTable("department", .organisation(.byHand), term: .withOwner),
        DataTable(
            "organisation_member", .organisation(.byHand), .account(.goes),
            .to("department", "department_id", .forgets), term: .withOwner),
        DataTable(
            "member_invitation", .organisation(.goes), .account(.forgets), links: [.joinOrganisation],
            term: .days(14)),
        DataTable("organisation_version", .organisation(.goes), .account(.stays), term: .withOwner),
        // Leads old addresses on; holds two numbers and a name.
        DataTable(
            "organisation_merge", .account(.stays), .to("organisation", "into_id", .goes, merging: .moves),
            .to("organisation", "from_id", .stays), term: .open),
        DataTable("holiday", .organisation(.moves), term: .withOwner),
        DataTable("upload", .organisation(.byHand), term: .days(2)),
    ]

    private static let vacancies: [DataTable] = [
        DataTable(
            "vacancy", .organisation(.byHand), .to("department", "department_id", .forgets),
            .to("account", "contact_person_id", .forgets),
            .to("upload", "picture_id", .forgets), .to("upload", "pending_picture_id", .forgets), subject: "vacancy",
            links: [.reactivateVacancy], term: .open),
        DataTable("vacancy_tag", .vacancy(), term: .withOwner),
        DataTable("vacancy_version", .vacancy(), .account(.stays), term: .withOwner),
        // A row names one person, so that who is erased takes her own steps along and nobody else's.
        DataTable(
            "contact_change", .vacancy(), .to("account", "person_id"), .account(.stays),
            term: .withOwner),
    ]

    private static let responses: [DataTable] = [
        DataTable(
            "application", .vacancy(), .organisation(.moves), .volunteer(.moves), subject: "application",
            links: [.claimApplication], exported: .under("responses"),
            term: .settings(["guest_response", "response", "match"])),
        DataTable(
            "application_message", .to("application", "application_id"), .account(.stays),
            exported: .under("messages"), term: .withOwner),
        // What was no answer is read on the page of the response, by whoever sent it.
        DataTable(
            "relayed_mail", .to("application", "application_id"), .account(.goes), exported: .under("aside_mails"),
            term: .withOwner),
        DataTable(
            "match", .to("application", "application_id"), .vacancy(), .organisation(.moves), .volunteer(.moves),
            subject: "match", exported: .under("matches"), term: .settings(["match"])),
        DataTable(
            "invitation", .vacancy(), .organisation(.moves), .volunteer(.movesOnce(["vacancy_id", "day"])),
            subject: "invitation",
            exported: .under("invitations"), term: .withOwner),
    ]

    private static let finding: [DataTable] = [
        DataTable(
            "favourite", .volunteer(.movesOnce(["vacancy_id"])), .vacancy(), exported: .under("favourites"),
            term: .withOwner),
        DataTable(
            "saved_search", .volunteer(.movesOnce(["question"])), links: [.stopSearch], exported: .under("searches"),
            term: .withOwner),
        DataTable("saved_search_mailed", .to("saved_search", "saved_search_id"), .vacancy(), term: .withOwner),
        DataTable("candidate", .volunteer(.byHand), exported: .under("pool"), term: .withOwner),
        DataTable(
            "candidate_block", .volunteer(.movesOnce(["organisation_id"])), .organisation(.movesOnce(["volunteer_id"])),
            exported: .under("blocks"), term: .withOwner),
        DataTable(
            "candidate_asked", .volunteer(.moves), .organisation(.moves), exported: .under("asked"), term: .withOwner),
        DataTable(
            "candidate_found", .volunteer(.movesOnce(["organisation_id", "day"])),
            .organisation(.movesOnce(["volunteer_id", "day"])),
            exported: .under("found"), term: .withOwner),
        DataTable(
            "candidate_search", .organisation(.movesOnce(["day", "question"])), .account(.stays),
            term: .days(32)),
        DataTable(
            "pool_invitation", .vacancy(), .organisation(.moves), .volunteer(.movesOnce(["vacancy_id"])),
            subject: "pool_invitation",
            exported: .under("pool_invitations"), term: .withOwner),
    ]

    private static let centres: [DataTable] = [
        DataTable("centre", term: .open), DataTable("centre_municipality", term: .open),
        DataTable("neighbourhood", term: .open), DataTable("vacancy_sharing", term: .open),
        DataTable("finding_setting", .account(.stays), term: .open),
        // Of nobody: words, not who typed them.
        DataTable("unfound_word", term: .days(62)),
        DataTable("text_version", .account(.forgets), term: .open), DataTable("retention_term", term: .open),
        DataTable("fact", term: .open),
    ]

    private static let tools: [DataTable] = [
        DataTable("state_change", .account(.stays), term: .withOwner),
        DataTable("automatic_act", exported: .under("automatic_acts"), term: .withOwner),
        DataTable("audit", .account(.stays), exported: .under("actions"), term: .settings(["log"])),
        // By address, not by number: see `EraseAccount`.
        DataTable("mail", exported: .under("mails"), term: .settings(["mail"])),
        DataTable("job", term: .days(90)), DataTable("change", term: .days(14)),
        DataTable("rate_limit", term: .days(1)), DataTable("schedule_run", term: .open),
        DataTable("job_hold", term: .open),
        DataTable("installation_setting", term: .open), DataTable("migration", term: .open),
        DataTable("capability", term: .open),
    ]
}
