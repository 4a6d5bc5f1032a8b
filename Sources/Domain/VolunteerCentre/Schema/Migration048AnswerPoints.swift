import SQL

extension Migration {
    /// How well an organisation answers, for the order of what is found; null where too little is known.
    static let answerPoints = Migration(
        48, "answer_points",
        [
            "alter table organisation add column answer_points \(.int)",
            // The responses of a year, by organisation.
            "create index application_answered on application (centre_id, organisation_id, created_at, answered_at)",
        ])
}
