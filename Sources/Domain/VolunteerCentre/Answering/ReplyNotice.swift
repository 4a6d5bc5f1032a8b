import Localisation
import SQL
import Time

/// What somebody is told whose answer by mail did not arrive, or not all of it.
enum ReplyNotice {
    enum Reason: String { case attachments, tooLong, automatic, empty, otherAddress, closed, tooMany }

    static func draft(
        _ reason: Reason, isKept: Bool, about application: Application, _ address: RelayAddress, to account: Account,
        in work: UnitOfWork
    ) -> MailDraft {
        let t = work.mails.localiser(account.language, at: work.centre)
        let why =
            switch reason {
            case .attachments:
                t("Your words have arrived. The file that came along has not: files cannot be sent along here.")
            case .tooLong:
                t(
                    "Your words have arrived, but your mail was very long: only its beginning stands in the conversation."
                )
            case .automatic:
                t(
                    "Your mail looked as if a program had sent it, so we did not pass it on. Did you write it yourself? Then answer on the page."
                )
            case .empty: t("We found no words in your mail, only a greeting or nothing at all.")
            case .otherAddress:
                t(
                    "Your mail came from another address than the one we know. So that nobody else can answer for you, we did not pass it on."
                )
            case .tooMany: t("You sent many mails in a short time, so the last ones were not passed on.")
            case .closed: t("The conversation about this vacancy has ended, so your mail was not passed on.")
            }
        let page = address.isVolunteer ? "/mijn/reacties/\(application.id)" : "/beheer/reacties/\(application.id)"
        return MailDraft(
            kind: .replyNotPassed,
            key: "application:\(application.id):reply:\(reason.rawValue):\(work.today.iso):\(account.id)",
            button: address.isVolunteer ? .response(application.id.number) : .page(page),
            // What was written stands on the page: the outbox of the centre is no place for it.
            values: [
                .title: application.vacancyTitle,
                .reason: isKept ? why + " " + t("What you wrote stands on the page of the response.") : why,
            ])
    }
}
