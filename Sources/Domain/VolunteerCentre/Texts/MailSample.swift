package import Localisation
import Mail
import Texts

/// A mail as somebody would get it, with made-up persons and vacancies.
package struct MailSample: Sendable, Equatable {
    package let subject: String
    package let text: String
}

extension Mails {
    /// - Parameter own: the wording to try; nil: the standard text.
    package func sample(
        _ kind: MailKind, _ own: OwnText.Wording?, in language: Language, at centre: Centre
    ) throws -> MailSample {
        let t = catalogues.localiser(language)
        let values = kind.ownFields.map { ($0, $0.sample(t)) }
        let draft = MailDraft(
            kind: kind, key: "", button: kind.buttonLabel == nil ? nil : .page("/"),
            values: Dictionary(values, uniquingKeysWith: { first, _ in first }))
        let mail = try compose(
            draft, own, toName: TextField.name.sample(t), isRelayed: relay != nil, language, centre)
        return MailSample(subject: mail.subject, text: mail.layout.text.words)
    }

    /// The words that ship with the program, with their fields.
    package func standardWording(_ kind: MailKind, _ language: Language) throws -> OwnText.Wording {
        let t = catalogues.localiser(language)
        let fields = Dictionary(uniqueKeysWithValues: TextField.allCases.map { ($0.rawValue, "{{\($0.rawValue)}}") })
        return OwnText.Wording(
            title: t.filled(kind.subject, fields),
            body: try texts.template(kind.rawValue, languages: language.chain).source,
            button: kind.buttonLabel.map { t.dynamic($0.description) } ?? "")
    }
}

extension TextField {
    /// What stands there when a mail goes out.
    package func meaning(_ t: Localiser) -> String {
        switch self {
        case .name: t("Name of the receiver")
        case .colleague: t("Name of a colleague of the receiver")
        case .organisation: t("Name of the organisation")
        case .title: t("Title of the vacancy")
        case .search: t("What was searched")
        case .list: t("The vacancies that were found")
        case .words: t("What somebody wrote for this mail")
        case .reason: t("The reason that was given")
        case .date: t("The date")
        case .earlier: t("When the same person responded to this vacancy before")
        case .email: t("E-mail address of the receiver")
        case .reply: t("Who reads an answer to this mail")
        case .centre: t("Name of the centre")
        case .contact: t("E-mail address of the centre")
        case .phone: t("Telephone number of the centre")
        case .address: t("Address of the centre")
        }
    }

    func sample(_ t: Localiser) -> String {
        switch self {
        case .name: t("Sam Jansen")
        case .colleague: t("Els de Vries")
        case .organisation: t("Neighbourhood kitchen The Ladle")
        case .title: t("Cooking for the neighbours")
        case .search: t("“{words}”", ["words": t("cooking")])
        case .list: t("Cooking for the neighbours") + "\n" + t("Neighbourhood kitchen The Ladle")
        case .words: t("Thank you for your message. We would like to know a little more.")
        case .reason: t("We only place organisations from our own municipalities.")
        case .date: t("1 May 2027")
        case .earlier: t("30 April 2027")
        case .email: "sam@voorbeeld.nl"
        case .reply, .centre, .contact, .phone, .address: ""
        }
    }
}
