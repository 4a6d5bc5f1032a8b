/// The numbers of the ranking; `docs/matching.md` explains each.
package struct Ranking: Sendable {
    /// How often a word counts by where it stands, in eighths.
    var title = 28
    var owner = 12
    var text = 8
    var labels = 10
    var background = 3
    /// A part of a compound counts less than the word itself, in eighths.
    var part = 4
    /// BM25: how soon repetition stops to count, and how much a long text is held against it.
    var saturation: Float = 1.2
    var lengthInfluence: Float = 0.5
    /// Other words for the same thing, who does it (wandelaar, wandelen), the beginning of a word, one with a typing error.
    var synonym: Float = 0.8
    var relative: Float = 0.6
    var prefix: Float = 0.7
    var mistyped: Float = 0.8
    var dividedCompound: Float = 0.6
    /// What a word may mean: an answer that a vacancy gives, and a word that texts say for it. Both stay below the word itself.
    var kinTag: Float = 0.4
    var kinWord: Float = 0.4
    /// Words of a sentence beside those whose meaning is known.
    var aside: Float = 0.5
    /// A word of another language by what a dictionary says of it.
    var translated: Float = 0.6
    /// What is on a day that was asked, or says another thing that was, on top of what its words are worth.
    var wished: Float = 0.5
    /// With fewer vacancies that have all words, those with some of them follow.
    var enough = 10
    /// What a new and what a complete text gets on top, as a share of its score.
    var freshness: Float = 0.1
    var completeness: Float = 0.05
    /// After so many days half of the freshness is left.
    var freshDays: Float = 30

    package init() {}
}
