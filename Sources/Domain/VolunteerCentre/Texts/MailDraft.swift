import Mail
import Time

/// What a mail says besides the words of its kind; `UnitOfWork.tell` sends it.
package struct MailDraft {
    /// Where a link of a mail leads: a page, or an address that ends in a secret. One mail has one secret at most.
    enum Destination {
        case page(String)
        /// Her own page about a response; by a link that proves her address while that is all she has.
        case response(Int64)
        case setPassword(Token)
        case act(Token)
        /// The same page with this answer chosen.
        case choose(String, Token)

        var path: String {
            switch self {
            case .page(let path): path
            case .response(let id): "/mijn/reacties/\(id)"
            case .setPassword: "/wachtwoord/instellen/"
            case .act: "/actie/"
            case .choose(let answer, _): "/actie/\(answer)/"
            }
        }

        var secret: Token? {
            switch self {
            case .page, .response: nil
            case .setPassword(let token), .act(let token), .choose(_, let token): token
            }
        }

        func link(from website: String) -> MailLink { MailLink(website + path, endsInSecret: secret != nil) }
    }

    var kind: MailKind
    /// The same mail twice is one.
    let key: String
    /// Where the button leads, when the kind has one.
    var button: Destination?
    /// Where another label is needed than the kind's.
    var buttonLabel: StaticString?
    /// What else one can answer at once, each with its words; drawn below the button.
    var choices: [(label: StaticString, destination: Destination)] = []
    /// Where the line below the mail leads with which one stops such mails.
    var foot: Destination?
    /// The key of the mail that this one follows, so that mail programs keep them together.
    var thread: String?
    /// About which response one may answer this mail, and from which side.
    var answers: (application: Int64, isVolunteer: Bool)?
    /// Without it the mail is worth reading whenever it comes.
    var premise: Premise?
    var values: [TextField: String] = [:]
    var dates: [TextField: CalendarDate] = [:]

    var secret: Token? {
        ([button, foot].compactMap { $0 } + choices.map(\.destination)).lazy.compactMap(\.secret).first
    }
}
