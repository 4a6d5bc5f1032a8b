import Foundation
package import Localisation
import Mail
import SQL
package import Texts
import Time

/// Makes the mails of the platform: subject and button by the catalogue, body by its file, or the
/// centre's own words for them; both parts, once per key.
package struct Mails: Sendable {
    let catalogues: Catalogues
    let texts: TextLibrary
    let baseURL: String
    private let scheme: String
    private let port: String
    let senderAddress: String
    /// Where answers by plain mail arrive; nil: they go to the centre.
    package let relay: RelayAddress.Relay?
    let random: RandomBytes
    private let bodies = MailBodies()

    /// - Parameters:
    ///   - baseURL: address of the installation; a centre with a host of its own is reached there, with the same scheme.
    ///   - senderAddress: the address in From. Answers go to the centre, by Reply-To.
    package init(
        catalogues: Catalogues, texts: TextLibrary, baseURL: String, senderAddress: String,
        relay: RelayAddress.Relay? = nil, random: @escaping RandomBytes
    ) {
        self.catalogues = catalogues
        self.texts = texts
        self.baseURL = baseURL
        let base = URLComponents(string: baseURL)
        (scheme, port) = (base?.scheme ?? "https", base?.port.map { ":\($0)" } ?? "")
        self.senderAddress = senderAddress
        self.relay = relay
        self.random = random
    }

    /// Where a page of this centre may be, without a port.
    func hosts(of centre: Centre) -> [String] {
        [address(of: centre), baseURL].compactMap { URLComponents(string: $0)?.host }
    }

    package func address(of centre: Centre) -> String { address(host: centre.host) }

    func address(host: String?) -> String {
        guard let host else { return baseURL }
        // The port of the installation counts for every host, unless a centre names its own.
        return "\(scheme)://\(host)\(host.utf8.contains(UInt8(ascii: ":")) ? "" : port)"
    }

    /// People read mail of a Flemish centre in Flemish words, unless they chose another language.
    func language(_ preferred: Language, at centre: Centre) -> Language {
        preferred == .nl || preferred == .nlBE ? centre.language : preferred
    }

    /// In the transaction that causes it: see `UnitOfWork.tell`.
    func write(
        _ draft: MailDraft, to: (name: String, email: String), account: Int64? = nil, in preferred: Language,
        centre: Centre, now: Instant, _ tx: Transaction
    ) throws {
        // Some programs answer From although there is a Reply-To: both lead to the same place.
        let answer = relay.flatMap { relay in
            draft.answers.flatMap { about in
                account.map {
                    RelayAddress(application: about.application, account: $0, isVolunteer: about.isVolunteer).text(
                        at: relay)
                }
            }
        }
        let language = language(preferred, at: centre)
        let own = try OwnText.wording(.mail(draft.kind), language, in: centre.id, tx)
        let name = draft.kind.isToStranger ? "" : to.name
        let mail = try compose(draft, own, toName: name, isRelayed: answer != nil, language, centre)
        let parent: String? = try draft.thread.flatMap { try tx.value("select message_id from mail where key = \($0)") }
        try Outbox.enqueue(
            NewMail(
                centre: centre.id.number, key: draft.key, kind: draft.kind.rawValue, language: language.tag,
                toName: name, toAddress: to.email, fromName: centre.name, fromAddress: answer ?? senderAddress,
                replyTo: answer ?? centre.email, subject: mail.subject, text: mail.layout.text, html: mail.layout.html,
                secret: draft.secret?.text,
                inReplyTo: parent.flatMap(MessageID.init),
                // Mail programs show a button for it (RFC 8058); the page behind the foot's link does the same.
                unsubscribe: draft.foot?.link(from: address(of: centre)), isUrgent: draft.kind.isUrgent,
                premise: draft.premise?.stored),
            now: now, random: random, tx)
    }

    /// The words of a mail: the centre's own where it has some.
    func compose(
        _ draft: MailDraft, _ own: OwnText.Wording?, toName: String, isRelayed: Bool, _ language: Language,
        _ centre: Centre
    ) throws -> (subject: String, layout: MailLayout) {
        let t = catalogues.localiser(language)
        var values = Dictionary(uniqueKeysWithValues: draft.values.map { ($0.key.rawValue, $0.value) })
        for (field, date) in draft.dates { values[field.rawValue] = t.date(date) }
        values[TextField.centre.rawValue] = centre.name
        values[TextField.name.rawValue] = toName
        values[TextField.contact.rawValue] = centre.email
        let reply = draft.kind.ownFields.contains(.reply) ? t.reply(draft.kind, values, isRelayed: isRelayed) : nil
        values[TextField.reply.rawValue] = reply
        func words(_ own: String?) -> String? {
            guard let own, !own.isEmpty else { return nil }
            return (try? Template(own))?.render(values)
        }
        // A title holds no line ends, but what is filled in might.
        let subject = words(own?.title)?.split(whereSeparator: \.isNewline).joined(separator: " ")
        let label = (draft.buttonLabel ?? draft.kind.buttonLabel).map { t.dynamic($0.description) }
        let website = address(of: centre)
        let prefix = language == .en ? "/en" : ""
        let button = draft.button.flatMap { destination in
            ((draft.buttonLabel == nil ? words(own?.button) : nil) ?? label).map { label in
                MailLayout.Button(label: label, link: destination.link(from: website + prefix))
            }
        }
        // The place of the button is looked for in what the centre or the program wrote, before names and texts are filled in.
        let body =
            try own.flatMap { $0.body.isEmpty ? nil : try? bodies.body($0.body) }
            ?? bodies.body(texts.template(draft.kind.rawValue, languages: language.chain).source)
        // Whatever words the centre chose: who answers must know who reads it.
        let isSaid = !isRelayed || reply == nil || own?.body.isEmpty ?? true || own?.body.contains("{{reply}}") == true
        let after = body.after.render(values) + (isSaid ? "" : "\n\n" + (reply ?? ""))
        let choices = draft.choices.map { choice in
            MailLayout.Button(
                label: t.dynamic("\(choice.label)"), link: choice.destination.link(from: website + prefix))
        }
        let foot = draft.foot.map { destination in
            MailLayout.Button(
                label: t("No more mails about this"), link: destination.link(from: website + prefix))
        }
        let layout = MailLayout(
            before: body.before.render(values), button: button, choices: choices, after: after,
            foot: foot,
            sender: .init(
                name: centre.name,
                lines: [centre.address, [centre.email, centre.phone].filter { !$0.isEmpty }.joined(separator: " · ")]
                    .filter { !$0.isEmpty }, website: website),
            language: language.tag)
        return (subject ?? t.filled(draft.kind.subject, values), layout)
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
