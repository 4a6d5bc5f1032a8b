package import SQL
package import Time

/// A mail about a response as it came in: that was no answer, or of which something was cut off. A mistake of the program loses nobody's words.
package struct RelayedMail: Sendable, Equatable {
    package let outcome: ReceiveReply.Outcome
    package let text: String
    package let at: Instant

    /// Those of one person: the newest twenty answers of which something was left out, and of the others; oldest first.
    package static func aside(
        of application: ID<Application>, from author: ApplicationQueries.Message.Author, _ account: ID<Account>?,
        in centre: ID<Centre>, _ tx: Transaction
    ) throws -> [RelayedMail] {
        // Forged mails of machines take no place of an answer.
        try tx(
            """
            select outcome, text, at from (
                select id, outcome, text, at, row_number() over (
                    partition by case when outcome = 'answer' then 1 else 0 end order by id desc) as place
                from relayed_mail where centre_id = \(centre) and application_id = \(application) and author = \(author)
                    and account_id = \(account) and text <> '') as newest
            where place <= 20 order by id
            """
        ).map { RelayedMail(outcome: try $0["outcome"], text: try $0["text"], at: try $0["at"]) }
    }
}
