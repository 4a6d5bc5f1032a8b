/// What the index knows of one record: no more than what everybody may see.
package struct SearchDocument: Sendable {
    package var key: Int64
    /// Whose it is, to search in what one organisation has.
    package var owner: Int64 = 0
    /// Nil: by the small words of its text.
    package var language: TextLanguage? = .dutch
    package var title = ""
    package var ownerName = ""
    package var text = ""
    /// Names of places and streets that stand in it, besides the owner's: they are not taken apart, whatever they are made of.
    package var names = ""
    /// The answers of the closed questions in words: who types the name of a list finds what is on it.
    package var labels = ""
    /// What its owner says of itself.
    package var background = ""
    /// The same as names that no text says (`interest/dieren`): what a word of the question means leads to them.
    package var tags: [Substring] = []
    package var facets = Bits.none
    /// Number of the municipality in the list of the index; `noArea` without one.
    package var area = noArea
    /// The same for a smaller area within it.
    package var innerArea = noArea
    package var spot: Spot?
    /// Where it is besides.
    package var elsewhere: [Elsewhere] = []
    /// It can be done anywhere.
    package var anywhere = false
    /// Parts of the week, a bit each; 0 when it does not say.
    package var slots: UInt32 = 0
    package var minimumAge: UInt8 = 0
    /// So many can come together; 0 when it does not say.
    package var groupSize: UInt8 = 0
    /// The first day on which there is something to do, as days since 1970; the smallest number: any day.
    package var begins = Int32.min
    /// The last day on which it is shown, as days since 1970.
    package var until = Int32.max
    /// Seconds since 1970.
    package var published: UInt32 = 0
    /// How much of what can be said is said, 0 to 15.
    package var completeness: UInt8 = 0
    /// What a list shows of it, ready to be written; the index does not look inside.
    package var payload: [UInt8] = []

    package static let noArea = UInt16.max

    /// One more place of a document, and the municipality it is in.
    package struct Elsewhere: Sendable {
        package let spot: Spot
        package let area: UInt16

        package init(_ spot: Spot, area: UInt16 = noArea) {
            self.spot = spot
            self.area = area
        }
    }

    package init(key: Int64) { self.key = key }

    /// A sign before it that no word begins with.
    static func term(ofTag tag: some StringProtocol) -> [UInt8] { [1] + Array(tag.utf8) }
}
