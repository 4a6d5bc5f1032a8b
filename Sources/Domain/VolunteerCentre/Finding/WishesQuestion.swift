/// What *Wat past bij jou?* asks, in the order in which a question goes first that helps as much as another.
package enum WishesQuestion: CaseIterable, Sendable {
    case interests, activities, place, week, needs

    /// After so many answers there is something to look at.
    package static let most = 4
    /// With so few left, looking at them says more than a question.
    static let few = 3
    /// A question that leaves more than this share of the vacancies is not worth asking.
    static let useless = 0.93
}

/// How many vacancies contradict nothing that somebody said, and which question would say most now.
package struct Fitting: Sendable, Equatable {
    package let count: Int
    /// Nil when it is time to look.
    package let next: WishesQuestion?
}
