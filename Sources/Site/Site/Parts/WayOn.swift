import HTML
import Localisation
import SQL
import SiteKit
import VolunteerCentre

/// What somebody may say who sees the first vacancies: closer, rather with people, not in the evening. Each is a link to the same
/// answers with that one otherwise, so that Back takes it away again.
struct WayOn {
    let name: String
    let address: String
    let count: Int
    /// How many answers it changes.
    let steps: Int

    private static let most = 6

    /// With something found, what would show other vacancies; with nothing, the fewest answers less that show any.
    /// - Parameter fits: how many suit now; what would show no more is no way on for who wants more.
    static func all(
        _ form: WishesForm, fits: Int, except: Set<ID<Vacancy>>, hasSome: Bool, _ visit: Visit
    ) -> [WayOn] {
        let finder = visit.services.finder
        func way(_ refinements: [Refinement]) -> WayOn? {
            var (answers, names) = (form.answers, [String]())
            for refinement in refinements {
                guard let changed = refinement.applied(to: answers) else { return nil }
                answers = changed
                names.append(name(refinement, answers, visit))
            }
            let other = form.answering(answers, visit)
            let count = finder.fittingCount(other.wishes, except: except, in: visit.centre, now: visit.now)
            guard count > (refinements == [.farther] ? fits : 0) else { return nil }
            return WayOn(
                name: names.joined(separator: " · "),
                address: SealedAnswers.address(other, nil, visit) + WishesFoundPage.list, count: count,
                steps: refinements.count)
        }
        if hasSome { return Array(Refinement.offered.compactMap { way([$0]) }.prefix(most)) }
        for size in 1...Refinement.mostLoosened {
            let best = Refinement.loosening(size).compactMap(way).max { $0.count < $1.count }
            if let best { return [best] }
        }
        return []
    }

    private static func name(_ refinement: Refinement, _ answers: Answers, _ visit: Visit) -> String {
        let t = visit.t
        let distance = answers[.distance].first ?? ""
        return switch refinement {
        case .closer: t("Closer: {distance} km at most", ["distance": distance])
        case .farther: t("Farther is fine: {distance} km", ["distance": distance])
        case .anyDistance: t("However far")
        case .noEvenings: t("Not in the evening")
        case .noWeekend: t("Not at the weekend")
        case .anyTime: t("At other times too")
        case .people: t("Rather with people")
        case .hands: t("Rather with my hands")
        case .desk: t("Rather at a desk")
        case .anyActivity: t("Whatever there is to do")
        case .anyInterest: t("Whatever it is about")
        case .once: t("Once, to begin with")
        case .regular: t("Rather every week")
        case .anyOften: t("However often")
        case .fromHome: t("Only from home")
        case .notFromHome: t("Not from home only")
        }
    }
}
