package import SQL

/// Mail of before `MailBody`, which waits with a mark in its words where the secret goes.
package enum MarkedMails {
    private static let mark = "[[secret]]"

    /// Turns the marks of waiting mails into places. A mail with more marks than its button or foot made was written to by
    /// somebody else: it is held back, and people read why.
    package static func convert(_ tx: Transaction) throws {
        for row in try tx(
            // One after another would be asked for again and again; what waits is what a mail server was away for.
            "select id, text, html, unsubscribe from mail where secret is not null and state <> 'sent' order by id limit 1000000"
        ) {
            let id: ID<OutboxMail> = try row["id"]
            let (text, html, unsubscribe): (String, String?, String?) = (
                try row["text"], try row["html"], try row["unsubscribe"]
            )
            let (words, markup, stop) = (body(text), html.map(body), unsubscribe.map(body))
            // A button stands once in the text and twice in the markup, a foot once in each; and a secret ends an address.
            let isOurs =
                words.places.count == 1 && (1...2).contains(markup?.places.count ?? 1)
                && isAfterOwnPath(words)
            let kept = isOurs ? words : MailBody(words.words)
            let keptMarkup = isOurs ? markup : markup.map { MailBody($0.words) }
            try tx(
                """
                update mail set text = \(kept.words), text_places = \(kept.storedPlaces), html = \(keptMarkup?.words),
                    html_places = \(keptMarkup?.storedPlaces ?? ""), unsubscribe = \(stop?.words),
                    unsubscribe_secret = \(!(stop?.places.isEmpty ?? true)) where id = \(id)
                """)
            guard !isOurs else { continue }
            try tx(
                """
                update mail set state = 'failed', secret = null,
                    last_error = 'Held back: somebody wrote into this mail where its link goes.' where id = \(id)
                """)
        }
    }

    private static func isAfterOwnPath(_ body: MailBody) -> Bool {
        guard let place = body.places.first else { return false }
        let before = String(decoding: Array(body.words.utf8)[..<place], as: UTF8.self)
        return before.hasSuffix("/actie/") || before.hasSuffix("/wachtwoord/instellen/")
    }

    private static func body(_ text: String) -> MailBody {
        let parts = text.split(separator: mark, omittingEmptySubsequences: false)
        var body = MailBody()
        for (index, part) in parts.enumerated() {
            body.append(MailLink(String(part), endsInSecret: index < parts.count - 1))
        }
        return body
    }
}
