import Foundation
package import Localisation
package import Mail
import SQL
import Time

/// Makes the mails of the platform: subject and button by the catalogue, body by its file, both parts, once per key.
package struct Mails: Sendable {
    /// What every mail says besides its words.
    struct Draft {
        var kind: String
        let key: String
        let subject: String
        var button: (label: String, path: String)?
        var secret: Token?
        /// The key of the mail that this one follows, so that mail programs keep them together.
        var thread: String?
        var values: [String: String] = [:]
    }

    let catalogues: Catalogues
    let texts: MailTexts
    let baseURL: String
    let senderAddress: String
    let random: RandomBytes

    /// - Parameters:
    ///   - baseURL: address of the installation; a centre with a host of its own is reached there, with the same scheme.
    ///   - senderAddress: the address in From. Answers go to the centre, by Reply-To.
    package init(
        catalogues: Catalogues, texts: MailTexts, baseURL: String, senderAddress: String, random: @escaping RandomBytes
    ) {
        self.catalogues = catalogues
        self.texts = texts
        self.baseURL = baseURL
        self.senderAddress = senderAddress
        self.random = random
    }

    package func address(of centre: Centre) -> String {
        guard let host = centre.host else { return baseURL }
        let base = URLComponents(string: baseURL)
        let port = base?.port.map { ":\($0)" } ?? ""
        // The port of the installation counts for every host, unless a centre names its own.
        return "\(base?.scheme ?? "https")://\(host)\(host.contains(":") ? "" : port)"
    }

    func localiser(_ language: Language) -> Localiser { catalogues.localiser(language) }

    /// People read mail of a Flemish centre in Flemish words, unless they chose another language.
    func language(_ preferred: Language, at centre: Centre) -> Language {
        preferred == .nl || preferred == .nlBE ? centre.language : preferred
    }

    /// To somebody with an account, in her language.
    func write(
        to account: Account, centre: Centre, now: Instant, _ tx: Transaction, _ draft: (Localiser) throws -> Draft
    ) throws {
        try write(
            to: (account.name, account.email), in: account.language, centre: centre, now: now, tx, draft)
    }

    /// To an address, in the language that its owner prefers.
    func write(
        to: (name: String, email: String), in preferred: Language, centre: Centre, now: Instant, _ tx: Transaction,
        _ draft: (Localiser) throws -> Draft
    ) throws {
        let language = language(preferred, at: centre)
        try enqueue(try draft(localiser(language)), to: to, in: language, centre: centre, now: now, tx)
    }

    private func enqueue(
        _ draft: Draft, to: (name: String, email: String), in language: Language, centre: Centre, now: Instant,
        _ tx: Transaction
    ) throws {
        let website = address(of: centre)
        let prefix = language == .en ? "/en" : ""
        var values = draft.values
        values["centre"] = centre.name
        values["name"] = to.name
        values["contact"] = centre.email
        let body = try texts.render(draft.kind, languages: language.chain, values: values)
        let layout = MailLayout(
            body: body,
            button: draft.button.map { .init(label: $0.label, address: website + prefix + $0.path) },
            sender: .init(
                name: centre.name,
                lines: [centre.address, [centre.email, centre.phone].filter { !$0.isEmpty }.joined(separator: " · ")]
                    .filter { !$0.isEmpty }, website: website),
            language: language.tag)
        let parent = try draft.thread.flatMap { key in try tx.first("select message_id from mail where key = \(key)") }
        try Outbox.enqueue(
            NewMail(
                centre: centre.id.number, key: draft.key, kind: draft.kind, language: language.tag,
                toName: to.name, toAddress: to.email, fromName: centre.name, fromAddress: senderAddress,
                replyTo: centre.email, subject: draft.subject, text: layout.text, html: layout.html,
                secret: draft.secret?.text, inReplyTo: try (parent?["message_id"] as String?).flatMap(MessageID.init)),
            now: now, random: random, tx)
    }
}

extension Language {
    /// The tags under which texts are looked up, best first: nobody gets no mail because a language lacks one.
    var chain: [String] {
        var tags = [tag]
        if let fallback { tags.append(fallback.tag) }
        return tags.contains("nl") ? tags : tags + ["nl"]
    }
}
