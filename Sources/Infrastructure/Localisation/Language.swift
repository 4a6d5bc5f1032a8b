/// The languages that pages and mail are written in. The raw value is the tag for `lang` attributes and the name of the
/// catalogue.
package enum Language: String, Sendable, CaseIterable {
    case nl
    case nlBE = "nl-BE"
    case en
    case fr

    /// For `<html lang>` and `Content-Language`.
    package var tag: String { rawValue }

    /// Whose catalogue is read where this one's says nothing. After the last one the id itself is shown.
    package var fallback: Language? { self == .nlBE ? .nl : nil }

    /// English texts are the ids; its catalogue has those that are no good English on a screen.
    package var catalogueName: String { rawValue + ".po" }

    /// Which of the two forms a count takes: 0 is singular, 1 is plural. French counts "0 bénévole" as singular.
    package func pluralForm(_ count: Int) -> Int {
        switch self {
        case .nl, .nlBE, .en: count == 1 ? 0 : 1
        case .fr: count == 0 || count == 1 ? 0 : 1
        }
    }
}
