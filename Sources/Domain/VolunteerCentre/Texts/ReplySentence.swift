import Localisation

extension Localiser {
    /// Who reads an answer to a mail about a response: the other side where answers by plain mail are taken, else the centre.
    /// - Parameter values: of the mail: the centre, its address, and the organisation in what goes to volunteers.
    func reply(_ kind: MailKind, _ values: [String: String], isRelayed: Bool) -> String {
        let isMembers = kind.receiver == .organisation
        return switch (isRelayed, isMembers) {
        case (true, true):
            filled(
                l10n(
                    "You can also simply reply to this e-mail: the volunteer reads what you write. A question for us? Write to {contact}."
                ), values)
        case (true, false):
            filled(
                l10n(
                    "You can also simply reply to this e-mail: {organisation} reads what you write. A question for us? Write to {contact}."
                ), values)
        case (false, true):
            filled(
                l10n(
                    "Questions? Reply to this e-mail or write to {contact}. Your reply goes to {centre}, not to the volunteer."
                ), values)
        case (false, false):
            filled(
                l10n(
                    "Questions? Reply to this e-mail or write to {contact}. Your reply goes to {centre}, not to {organisation}."
                ), values)
        }
    }
}
