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
            "{count} mail as it came in", "{count} mails as they came in", count: mails.count)
        return """
            <details class="panel"><summary>\(title)</summary><p>\(t("What we took for a quoted letter, a signature or no answer is not lost. Is something missing in the conversation? Then write it there."))</p>
            <ul class="plain">\(each: mails, { "<li><p class=\"muted\">\(when($0.at)): \(why($0.outcome))</p><blockquote class=\"said\"\(theirs)>\(prose($0.text))</blockquote></li>" })</ul></details>
            """
    }

    private func why(_ outcome: ReceiveReply.Outcome) -> String {
        switch outcome {
        case .answer, .full: t("an answer, with what was left out")
        case .automatic: t("sent by a program, for example as somebody is away")
        case .empty: t("no words, only a greeting or nothing")
        case .otherAddress: t("from another address than the one we know")
        case .closed: t("the conversation had ended")
        case .tooMany: t("many mails within an hour")
        }
    }
}
