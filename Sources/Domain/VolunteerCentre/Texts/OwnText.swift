package import Localisation
package import SQL
package import Time

/// A text of a mail or of a page in a centre's own words, with every earlier wording.
package struct OwnText: Sendable, Equatable {
    /// Where a text stands.
    package enum Place: Sendable, Hashable {
        case mail(MailKind)
        /// By its name: one of `InformationPage`, or of a page that the centre added.
        case page(String)

        package var kind: String {
            switch self {
            case .mail: "mail"
            case .page: "page"
            }
        }

        /// In addresses of the centre's area.
        package var segment: String {
            switch self {
            case .mail: "mail"
            case .page: "pagina"
            }
        }

        /// - Parameter mails: every kind that the installation knows.
        package init?(segment: String, name: String, mails: [MailKind]) {
            switch segment {
            case "mail":
                guard let kind = mails.first(where: { $0.rawValue == name }) else { return nil }
                self = .mail(kind)
            case "pagina": self = .page(name)
            default: return nil
            }
        }

        package var name: String {
            switch self {
            case .mail(let kind): kind.rawValue
            case .page(let name): name
            }
        }

        package var fields: [TextField] {
            switch self {
            case .mail(let kind): kind.fields
            case .page: InformationPage.fields
            }
        }

        /// Whether there is a text when the centre wrote none.
        package var hasStandard: Bool {
            switch self {
            case .mail: true
            case .page(let name): InformationPage(rawValue: name) != nil
            }
        }
    }

    /// What people wrote. Subject of a mail or title of a page, body, label of the button; empty: the standard one.
    package struct Wording: Sendable, Equatable {
        package var title: String
        package var body: String
        package var button: String

        package init(title: String, body: String, button: String) {
            self.title = title
            self.body = body
            self.button = button
        }
    }

    package let id: ID<OwnText>
    /// Nil: back to the standard text.
    package let wording: Wording?
    package let author: String?
    package let at: Instant

    /// The newest wording of a text, also when that was to go back to the standard one.
    package static func newest(
        _ place: Place, _ language: Language, in centre: ID<Centre>, _ tx: Transaction
    ) throws -> OwnText? {
        try versions(place, language, in: centre, " order by v.id desc limit 1", tx).first
    }

    /// What the centre says now, if it is something of its own.
    static func wording(
        _ place: Place, _ language: Language, in centre: ID<Centre>, _ tx: Transaction
    ) throws -> Wording? {
        let rows = rows(place, language, centre)
        return try tx.first("select v.* from \(rows) order by v.id desc limit 1").flatMap(Wording.init)
    }

    /// Every wording of a text, newest first.
    package static func history(
        _ place: Place, _ language: Language, in centre: ID<Centre>, page: Page, _ tx: Transaction
    ) throws -> Paged<OwnText> {
        try Paged(page, of: rows(place, language, centre), tx) { page in
            try versions(place, language, in: centre, " order by v.id desc \(page.limit)", tx)
        }
    }

    package static func find(
        _ id: ID<OwnText>, of place: Place, _ language: Language, in centre: ID<Centre>, _ tx: Transaction
    ) throws -> OwnText? {
        try versions(place, language, in: centre, " and v.id = \(id)", tx).first
    }

    /// The names of what a centre says in its own words, per language.
    package static func changed(kind: String, in centre: ID<Centre>, _ tx: Transaction) throws -> [String: [Language]] {
        var changed: [String: [Language]] = [:]
        for row in try tx(
            """
            select v.name, v.language from text_version v where v.centre_id = \(centre) and v.kind = \(kind)
                and v.body is not null and v.id = (select max(w.id) from text_version w where w.centre_id = v.centre_id
                    and w.kind = v.kind and w.name = v.name and w.language = v.language)
            order by v.name, v.language limit 2000
            """)
        {
            guard let language = Language(rawValue: try row["language"]) else { continue }
            changed[try row["name"], default: []].append(language)
        }
        return changed
    }

    /// - Parameter which: of all its versions, and in which order.
    private static func versions(
        _ place: Place, _ language: Language, in centre: ID<Centre>, _ which: SQL, _ tx: Transaction
    ) throws -> [OwnText] {
        let author = Hat.name(of: "v.account_id", in: centre)
        return try tx("select v.*, \(author) as author from \(rows(place, language, centre)) \(which)").map(Self.init)
    }

    private static func rows(_ place: Place, _ language: Language, _ centre: ID<Centre>) -> SQL {
        """
        text_version v where v.centre_id = \(centre) and v.kind = \(place.kind) and v.name = \(place.name)
            and v.language = \(language.tag)
        """
    }
}

extension OwnText {
    init(_ row: Row) throws {
        id = try row["id"]
        wording = try Wording(row)
        author = try row["author"]
        at = try row["at"]
    }
}

extension OwnText.Wording {
    /// Nil where the centre went back to the standard text.
    fileprivate init?(_ row: Row) throws {
        guard let body: String = try row["body"] else { return nil }
        self.init(title: try row["title"], body: body, button: try row["button"])
    }
}
