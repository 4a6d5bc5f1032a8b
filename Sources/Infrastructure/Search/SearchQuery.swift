/// A question to the index.
package struct SearchQuery: Sendable, Equatable {
    package enum Order: Sendable, Equatable { case fit, distance, newest }

    /// One closed question: the bits of its list, and those of them that were chosen.
    package struct Choice: Sendable, Equatable {
        package var list: Range<Int>
        package var chosen: Bits

        package init(list: Range<Int>, chosen: Bits) {
            self.list = list
            self.chosen = chosen
        }
    }

    package struct Circle: Sendable, Equatable {
        package var centre: Spot
        package var kilometres: Double

        package init(centre: Spot, kilometres: Double) {
            self.centre = centre
            self.kilometres = kilometres
        }
    }

    /// What a map shows, in degrees.
    package struct Box: Sendable, Equatable {
        package var south: Double
        package var west: Double
        package var north: Double
        package var east: Double

        package init(south: Double, west: Double, north: Double, east: Double) {
            (self.south, self.west, self.north, self.east) = (south, west, north, east)
        }

        func holds(_ spot: Spot) -> Bool {
            (south...max(south, north)).contains(spot.latitude) && (west...max(west, east)).contains(spot.longitude)
        }
    }

    /// An area without documents.
    package static let nowhere = SearchDocument.noArea

    package var words = ""
    /// In which language the words were asked: its small words say nothing.
    package var language = TextLanguage.dutch
    /// Words are looked for as they were typed, also when nothing has them.
    package var isLiteral = false
    package var choices: [Choice] = []
    package var areas: Set<UInt16> = []
    package var circle: Circle?
    package var box: Box?
    /// With an area, a circle or a box: also what can be done anywhere.
    package var addsAnywhere = false
    package var owner: Int64?
    /// Days since 1970, at the centre.
    package var today: Int32 = 0
    /// Seconds since 1970, for the freshness.
    package var now: UInt32 = 0
    /// Somebody this old may do it.
    package var age: UInt8?
    /// Words that say nothing ask for everything: the question narrows in another way.
    package var asksBesides = false
    /// The answer of who welcomes groups without saying how many.
    package var groupAnswer: Int?
    /// So many want to come together.
    package var group: UInt8 = 0
    /// Published at this time or later, in seconds since 1970.
    package var since: UInt32 = 0
    /// Begins on this day at the latest.
    package var beginsBy: Int32?
    /// Parts of the week; what does not say when may be any of them.
    package var slots: UInt32 = 0
    /// Answers of a list of which one is needed, unless a document gives none.
    package var lenient: [Choice] = []
    /// Documents that are not found, by their keys.
    package var except: Set<Int64> = []
    /// Documents with one of these answers are left out.
    package var excluded = Bits.none
    /// Answers that put a document before others.
    package var preferred = Bits.none
    /// Only what can be done anywhere.
    package var needsAnywhere = false
    /// Whether the answer says where its documents are.
    package var wantsSpots = false
    package var order = Order.fit
    package var offset = 0
    package var limit = 20

    package init() {}
}

package struct SearchAnswer: Sendable {
    package struct Hit: Sendable, Equatable {
        package let key: Int64
        package let payload: ArraySlice<UInt8>
        package let published: UInt32
        package let kilometres: Double?
        /// Where it is, as far as the question asked for there; none for what can be done anywhere, or has no place.
        package let spots: [Spot]
        package let score: Float
    }

    package struct Correction: Sendable, Equatable {
        package let typed: String
        package let meant: String
        /// A word of another language, as a dictionary has it.
        package var isTranslation = false
    }

    package internal(set) var total = 0
    package internal(set) var hits: [Hit] = []
    /// Per choice of the question, and last for its place: how many more there would be without it.
    package internal(set) var nearly: [Int] = []
    /// Per bit how many documents would be found with that answer chosen, as if its own list had no filter.
    package internal(set) var counts = [UInt32](repeating: 0, count: Bits.count)
    package internal(set) var areaCounts: [UInt32] = []
    /// Words that nothing holds, and the words that were looked for instead.
    package internal(set) var corrections: [Correction] = []
    /// Dutch words that nothing holds; what is kin to them was looked for.
    package internal(set) var kin: [String] = []
    /// Words that nothing holds and nothing is near to.
    package internal(set) var unknown: [String] = []
    /// Words for what somebody does not want: what says them comes last.
    package internal(set) var denied: [String] = []
    /// Something was looked for by words.
    package internal(set) var isAsked = false
    /// Words were asked, and all of them are what every document says.
    package var asksEverything = false
    /// Nothing holds all words: what holds some of them was found.
    package var isRelaxed = false
}
