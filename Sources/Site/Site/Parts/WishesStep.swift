import Localisation
import VolunteerCentre

/// A question of *Wat past bij jou?*, by its name in the address.
enum WishesStep: String, CaseIterable {
    case interests = "leuk"
    case activities = "doen"
    case place = "waar"
    case week = "wanneer"
    case needs = "letten-op"
    /// Not asked of itself: who sees something that she does not want says so.
    case excluded = "liever-niet"
    /// The same is liked and disliked.
    case clash = "wat-klopt"

    init(_ question: WishesQuestion) {
        self =
            switch question {
            case .interests: .interests
            case .activities: .activities
            case .place: .place
            case .week: .week
            case .needs: .needs
            }
    }

    var asked: WishesQuestion? { WishesQuestion.allCases.first { WishesStep($0) == self } }

    /// The fields of the form.
    var names: [String] {
        switch self {
        case .interests: ["interesse"]
        case .activities: ["activiteit"]
        case .place: ["plaats", "afstand", "thuis"]
        case .week: ["dag", "dagdeel", "inzet"]
        case .needs: ["taal", "leeftijd", "aanbod"]
        case .excluded: ["liever-niet"]
        case .clash: []
        }
    }

    func question(_ t: Localiser) -> String {
        switch self {
        case .interests: t("What do you like?")
        case .activities: t("What would you like to do?")
        case .place: t("Where would you like to help?")
        case .week: t("When can you?")
        case .needs: t("What do we keep in mind?")
        case .excluded: t("What would you rather not do?")
        case .clash: t("Which of the two is right?")
        }
    }

    func explanation(_ t: Localiser) -> String {
        switch self {
        case .interests: t("Choose what speaks to you. More than one is fine.")
        case .activities: t("What are you good at, or would you like to try?")
        case .place: t("Then we look for something near. You may also help from home.")
        case .week: t("Choose what mostly suits you. More than one is fine.")
        case .needs: t("Only what goes for you. Nobody sees what you fill in here.")
        case .excluded: t("We leave these out. You need not choose anything.")
        case .clash: t("You chose the same as something you like and as something you would rather not.")
        }
    }

    /// As a link to it is called.
    func name(_ t: Localiser) -> String {
        switch self {
        case .interests: t("What you like")
        case .activities: t("What you do")
        case .place: t("Where")
        case .week: t("When")
        case .needs: t("Your Dutch, age and more")
        case .excluded: t("What you would rather not")
        case .clash: question(t)
        }
    }
}
