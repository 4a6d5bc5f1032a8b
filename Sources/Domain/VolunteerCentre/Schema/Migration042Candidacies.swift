import SQL

extension Migration {
    /// Whether somebody responded before is asked at each response and registration, and how many mails an address got lately
    /// before a stranger causes one more. A change of address that somebody else began needs her password.
    static let candidacies = Migration(
        42, "candidacies",
        [
            // Of one of several who share an account: she moves out with it.
            "alter table address_change add column volunteer_id \(.int)",
            "alter table address_change add column asks_password \(.bool) not null default false",
            "create index application_email on application (centre_id, email)",
            "create index application_phone on application (centre_id, phone)",
        ])
}
