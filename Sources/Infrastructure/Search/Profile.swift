/// What somebody answered, and what each answer is worth: the question of the suggestions.
package struct Profile: Sendable {
    /// A list of which both sides may have answered something.
    package struct Criterion: Sendable, Equatable {
        package var list: Range<Int>
        package var wanted: Bits
        /// For the first answer in common, and for each further one.
        package var first: Int32
        package var further: Int32
        /// At most this many in common count.
        package var most: Int
        /// When the document says nothing on this list: not known is neither good nor bad.
        package var unknown: Int32

        package init(list: Range<Int>, wanted: Bits, first: Int32, further: Int32, most: Int, unknown: Int32) {
            self.list = list
            self.wanted = wanted
            self.first = first
            self.further = further
            self.most = most
            self.unknown = unknown
        }

        /// No document gets more for it.
        var highest: Int32 {
            max(first &+ max(0, Int32(clamping: most) - 1) &* max(0, further), unknown, 0)
        }
    }

    package var criteria: [Criterion] = []
    /// Parts of the week, a bit each; 0 when not answered.
    package var slots: UInt32 = 0
    package var perSlot: Int32 = 0
    package var mostSlots = 0
    package var unknownSlots: Int32 = 0
    /// Without a part of the week in common there is no sense in it.
    package var needsSlot = false

    package var from: Spot?
    /// How far somebody wants to go; who is farther away is not suggested.
    package var kilometres = Double.infinity
    /// What is taken off per kilometre, and what somebody gets who can do it at home, in thousandths.
    package var perKilometre: Int32 = 0
    package var atHome: Int32 = 0

    /// Only what can be done anywhere.
    package var needsAnywhere = false
    /// Documents with one of these are not suggested.
    package var excluded = Bits.none
    /// Of a list that sets a limit (how much Dutch is needed): the answers that go; who says nothing goes too.
    package var limit: SearchQuery.Choice?
    package var age: UInt8?
    package var today: Int32 = 0
    package var count = 20

    package init() {}

    /// How far somebody wants to go, as a chord (squared, of a globe with radius 1).
    var farthest: Float { kilometres.isFinite ? Spot.chord(kilometres: kilometres) : .infinity }

    /// What is taken off per unit of a chord that is not squared.
    var perChord: Float { Float(Spot.earth) * Float(perKilometre) }

    /// No document gets more than this, before distance.
    var highest: Float {
        let slots = slots == 0 ? 0 : max(Int32(clamping: mostSlots) &* perSlot, unknownSlots, 0)
        return criteria.reduce(Float(slots)) { $0 + Float($1.highest) }
    }
}

package struct Suggestion: Sendable, Equatable {
    package let key: Int64
    package let score: Int32
    package let payload: ArraySlice<UInt8>
    package let facets: Bits
    package let anywhere: Bool
    package let minimumAge: UInt8
    package let kilometres: Double?
}
