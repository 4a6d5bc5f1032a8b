import Localisation
import SQL

/// Why an organisation does not go on with somebody: one of a list. The person reads its sentence, with an own one beside it.
package enum DeclineCause: String, Sendable, CaseIterable, SQLValue {
    case filled, times, experience, guidance
    case afterTalk = "after_talk"
    case stopped, unreachable, other

    /// What the organisation chooses by is what the person reads. Nil: the organisation says it in words of its own.
    package var sentence: StaticString? {
        switch self {
        case .filled: l10n("The place has been filled in the meantime.")
        case .times: l10n("The days and times do not fit together.")
        case .experience: l10n("This task asks for other experience.")
        case .guidance: l10n("We cannot give the guidance that this needs just now.")
        case .afterTalk: l10n("After our talk we think that something else suits you better.")
        case .stopped: l10n("The task is not going ahead.")
        case .unreachable: l10n("We tried to reach you, and did not succeed.")
        case .other: nil
        }
    }
}

/// Why somebody took her response back, if she says so: the organisation and the centre learn from it.
package enum WithdrawCause: String, Sendable, CaseIterable, SQLValue {
    case foundElsewhere = "found_elsewhere"
    case times, distance, differs
    case tookTooLong = "took_too_long"
    case notNow = "not_now"

    package var sentence: StaticString {
        switch self {
        case .foundElsewhere: l10n("I found something else.")
        case .times: l10n("The days or times do not suit me.")
        case .distance: l10n("It is too far for me.")
        case .differs: l10n("The task is different from what I thought.")
        case .tookTooLong: l10n("It took too long.")
        case .notNow: l10n("It does not suit me just now.")
        }
    }
}
