import HTML
import Localisation
import SiteKit
import VolunteerCentre
import Web

extension Visit {
    /// Mails of one's own side that were no answer, folded: with why, and what stood in them.
    func aside(_ mails: [RelayedMail]) -> HTML {
        guard !mails.isEmpty else { return .empty }
        let title = t(
            "{count} mail came in that is no answer", "{count} mails came in that are no answer", count: mails.count)
        return """
            <details class="panel"><summary>\(title)</summary><p>\(t("Is one of them an answer after all? Then write it here."))</p>
            <ul class="plain">\(each: mails, { "<li><p class=\"muted\">\(when($0.at)): \(why($0.outcome))</p><blockquote class=\"said\"\(theirs)>\(prose($0.text))</blockquote></li>" })</ul></details>
            """
    }

    private func why(_ outcome: ReceiveReply.Outcome) -> String {
        switch outcome {
        case .answer: ""
        case .automatic: t("sent by a program, for example as somebody is away")
        case .empty: t("no words, only a greeting or nothing")
        case .otherAddress: t("from another address than the one we know")
        case .closed: t("the conversation had ended")
        case .tooMany: t("many mails within an hour")
        }
    }
}
