package import SQL
package import Time

/// A mail about a response as it came in: that was no answer, or of which something was cut off. A mistake of the program loses nobody's words.
package struct RelayedMail: Sendable, Equatable {
    package let outcome: ReceiveReply.Outcome
    package let text: String
    package let at: Instant

    /// Of one side, the newest twenty, oldest first.
    package static func aside(
        of application: ID<Application>, from author: ApplicationQueries.Message.Author, in centre: ID<Centre>,
        _ tx: Transaction
    ) throws -> [RelayedMail] {
        try tx(
            """
            select outcome, text, at from relayed_mail where centre_id = \(centre) and application_id = \(application)
                and author = \(author) and text <> '' order by id desc limit 20
            """
        ).map { RelayedMail(outcome: try $0["outcome"], text: try $0["text"], at: try $0["at"]) }.reversed()
    }
}
