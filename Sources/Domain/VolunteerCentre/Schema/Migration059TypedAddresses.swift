import SQL

extension Migration {
    /// Who responded before is found however her address was typed: a telephone writes the first letter large.
    static let typedAddresses = Migration(
        59, "typed_addresses",
        [
            "drop index application_email",
            "create index application_email on application (centre_id, lower(email))",
        ])
}
