import SQL

extension Migration {
    /// How many mails an address got is counted however it was spelled.
    static let spellings = Migration(
        46, "spellings",
        [
            "drop index mail_receiver",
            "create index mail_receiver on mail (centre_id, lower(to_address))",
        ])
}
