import Foundation
import Search
package import Time

/// What a question in ordinary words says of place, time, age, company and language, besides what somebody wants to do.
package struct Understood: Sendable, Equatable {
    package enum Wish: Sendable, Equatable {
        case place(Places.Place)
        case week(days: [String], dayparts: [String])
        case age(Int), group(Int)
        case fromHome, once, littleDutch, noDutch
        /// Up to the last day of a month: what begins later does not suit.
        case month(CalendarDate)
        /// What gives one of these answers comes first, and nothing else is left out.
        case answer(Taxonomy.List, [String])
    }

    package struct Part: Sendable, Equatable {
        package let wish: Wish
        /// The question without the words that say this.
        package let without: String
    }

    package fileprivate(set) var parts: [Part] = []
    /// It holds phrases that say nothing to look for.
    package fileprivate(set) var saysLittle = false
    /// What is left to look for.
    package fileprivate(set) var rest = ""

    package static func nothing(of words: String) -> Understood {
        var understood = Understood()
        understood.rest = words
        return understood
    }
}

/// The phrases by which people say when, how, how old and with whom (`Resources/Data/wishes.txt`).
package struct SentenceTable: Sendable {
    fileprivate enum Thing: Sendable, Equatable {
        case week(days: [String], dayparts: [String])
        case age, group, pair, fromHome, once, littleDutch, noDutch
        /// So many months from now, or the one of this number.
        case monthsAhead(Int), month(Int)
        case answer(Taxonomy.List, [String])
        /// A phrase that looks like another one and says nothing of the kind.
        case nothing
        /// A phrase that says nothing to look for: the words go.
        case silent
    }

    private static let longest = 6
    private let things: [String: Thing]

    /// - Parameter lines: `PHRASE, PHRASE -> THING THING`.
    package init(lines: [String]) {
        var things: [String: Thing] = [:]
        for line in lines {
            guard let arrow = line.firstRange(of: "->") else { continue }
            let names = line[arrow.upperBound...].split(separator: " ").map(String.init)
            let thing = names.first.flatMap { Self.named[$0] } ?? Self.answers(names)
            for phrase in line[..<arrow.lowerBound].split(separator: ",") {
                let words = phrase.split(separator: " ").flatMap {
                    $0 == "#" ? ["#"] : Words.all(in: String($0), limit: 8)
                }
                things[words.joined(separator: " ")] = thing
            }
        }
        self.things = things
    }

    private static let named: [String: Thing] = [
        "age": .age, "group": .group, "pair": .pair, "from-home": .fromHome, "once": .once,
        "little-dutch": .littleDutch,
        "no-dutch": .noDutch, "nothing": .nothing, "silent": .silent,
    ]

    private static func answers(_ names: [String]) -> Thing {
        if let number = slugs("month/", names).first.flatMap({ Int($0) }) { return .month(number) }
        if let ahead = slugs("months-ahead/", names).first.flatMap({ Int($0) }) { return .monthsAhead(ahead) }
        for list in [Taxonomy.List.support, .target, .engagement] {
            let slugs = slugs(list.rawValue + "/", names)
            if !slugs.isEmpty { return .answer(list, slugs) }
        }
        return .week(days: slugs("day/", names), dayparts: slugs("daypart/", names))
    }

    private static func slugs(_ list: String, _ names: [String]) -> [String] {
        names.filter { $0.hasPrefix(list) }.map { String($0.dropFirst(list.count)) }
    }

    /// The longest phrase that begins at this word, with the number in it.
    fileprivate func longest(at place: Int, in words: [String]) -> (count: Int, thing: Thing, number: Int?)? {
        for count in (1...Self.longest).reversed() where place + count <= words.count {
            let piece = words[place..<place + count]
            let number = piece.compactMap(Self.number).first
            let key = piece.map { Self.number($0) == nil ? $0 : "#" }.joined(separator: " ")
            if let thing = things[piece.joined(separator: " ")] { return (count, thing, nil) }
            if number != nil, let thing = things[key] { return (count, thing, number) }
        }
        return nil
    }

    private static let words = [
        "twee": 2, "tweeen": 2, "drie": 3, "drieen": 3, "vier": 4, "vieren": 4, "vijf": 5, "vijven": 5, "zes": 6,
        "zessen": 6, "zeven": 7, "acht": 8, "negen": 9,
        "tien": 10,
        "twaalf": 12, "vijftien": 15, "twintig": 20,
    ]

    /// In figures of three at most, or in words.
    package static func number(_ word: String) -> Int? {
        let word = Words.all(in: word, limit: 1).first ?? ""
        return word.count <= 3 ? Int(word) ?? words[word] : words[word]
    }
}

/// Reads a question at one centre.
struct Sentence {
    let table: SentenceTable
    let places: Places
    let centre: Centre
    let today: CalendarDate
    /// Words of the language: alone they are no names of places.
    let isWord: (String) -> Bool

    /// Before the name of a place.
    private static let near: Set<String> = [
        "in", "te", "bij", "rond", "rondom", "omgeving", "nabij", "vlakbij", "near", "around", "um", "a", "autour",
        "regio", "om",
    ]
    /// Farther than this nobody means it who looks at this centre, in kilometres.
    private static let farthest = 60.0

    func read(_ question: String) -> Understood {
        // Each word as it was typed, and the words that it holds: "collega's" is two.
        let typed = question.split(whereSeparator: \.isWhitespace).prefix(60).map(String.init)
        let words = typed.enumerated().flatMap { number, text in
            Words.all(in: text, limit: 4).map { (text: $0, from: number) }
        }
        let plain = words.map(\.text)
        let ends = words.indices.filter { place in
            let isLast = place == words.count - 1 || words[place + 1].from != words[place].from
            return isLast && ",;:.!?".contains(typed[words[place].from].last ?? " ")
        }
        let negation = Negation(words: plain, ends: Set(ends))
        var found: [Found] = []
        var (place, silent) = (0, Set<Int>())
        // The same word again and again is looked for once.
        var lookedFor: Set<String> = []
        while place < plain.count {
            if let phrase = table.longest(at: place, in: plain) {
                var (first, last) = (place, place + phrase.count - 1)
                let wish = wish(phrase.thing, phrase.number)
                let isDenied = wish != nil && negation.around(&first, &last)
                let range = words[first].from...words[last].from
                if let wish { found.append(Found(wish: wish, isDenied: isDenied, words: range)) }
                // With a child of nine.
                if case .answer = wish, let age = phrase.number, (1...99).contains(age) {
                    found.append(Found(wish: .age(age), words: range))
                }
                if phrase.thing == .silent { silent.formUnion(range) }
                place += phrase.count
            } else if !negation.denies(from: place),
                lookedFor.insert(plain[place...].prefix(3).joined(separator: " ")).inserted,
                let (count, wish) = town(at: place, in: plain, typed: words.map { typed[$0.from] })
            {
                found.append(Found(wish: wish, words: words[place].from...words[place + count - 1].from))
                place += count
            } else {
                place += 1
            }
        }
        var understood = Understood()
        understood.saysLittle = !silent.isEmpty
        let said = silent.union(found.flatMap { $0.words })
        understood.rest = typed.indices.filter { !said.contains($0) }.map { typed[$0] }.joined(separator: " ")
        understood.parts = Self.joined(found).map { wish, places in
            .init(
                wish: wish,
                without: typed.indices.filter { !places.contains($0) }.map { typed[$0] }.joined(separator: " "))
        }
        return understood
    }

    private func wish(_ thing: SentenceTable.Thing, _ number: Int?) -> Understood.Wish? {
        switch thing {
        case .week(let days, let dayparts): .week(days: days, dayparts: dayparts)
        case .age: number.flatMap { (6...99).contains($0) ? .age($0) : nil }
        case .pair: .group(2)
        case .group: number.flatMap { (2...200).contains($0) ? .group($0) : nil }
        case .fromHome: .fromHome
        case .once: .once
        case .littleDutch: .littleDutch
        case .noDutch: .noDutch
        case .monthsAhead(let count): .month(lastDay(of: today.month + count))
        // The next one of that name.
        case .month(let number): .month(lastDay(of: number < today.month ? number + 12 : number))
        case .answer(let list, let slugs): .answer(list, slugs)
        case .nothing, .silent: nil
        }
    }

    /// - Parameter month: of this year; 13 is January of the next.
    private func lastDay(of month: Int) -> CalendarDate {
        let first = CalendarDate(year: today.year, month: 1, day: 1) ?? today
        return first.adding(months: month).adding(days: -1)
    }

    private static let week = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
    private static let parts = ["ochtend", "middag", "avond"]

    /// `in Borne`, `Heusden Zolder`, `7621`: a town near the centre, by up to three words.
    private func town(at place: Int, in words: [String], typed: [String]) -> (Int, Understood.Wish)? {
        let isAnnounced = Self.near.contains(words[place])
        let first = place + (isAnnounced ? 1 : 0)
        guard first < words.count else { return nil }
        if words[first].wholeMatch(of: /[1-9][0-9]{3}([a-z]{2})?/) != nil {
            guard let found = places.find(words[first], country: centre.country), isNear(found) else { return nil }
            let hasLetters = first + 1 < words.count && words[first + 1].wholeMatch(of: /[a-z]{2}/) != nil
            return (first - place + (hasLetters ? 2 : 1), .place(found))
        }
        // Telephones begin every text with a capital: there it says nothing.
        guard !isWord(words[first]) || first > 0 && typed[first].first?.isUppercase == true else { return nil }
        for count in [3, 2, 1] where first + count <= words.count {
            let name = words[first..<first + count].joined(separator: " ")
            guard name.count > 3, let found = places.find(name, at: centre), isNear(found) else { continue }
            return (first - place + count, .place(found))
        }
        return nil
    }

    private func isNear(_ place: Places.Place) -> Bool {
        centre.municipalities.contains { name in
            places.of(name).contains { $0.spot.kilometres(to: place.spot) <= Self.farthest }
        }
    }

    private struct Found {
        let wish: Understood.Wish
        var isDenied = false
        /// Of the question, as it was typed.
        let words: ClosedRange<Int>
    }

    /// Several days are one wish; of the others the first counts.
    private static func joined(_ found: [Found]) -> [(Understood.Wish, Set<Int>)] {
        var (days, parts) = (Times(all: Self.week), Times(all: Self.parts))
        var said = Set<Int>()
        var others: [(Understood.Wish, Set<Int>)] = []
        for one in found {
            if case .week(let someDays, let someParts) = one.wish {
                days.add(someDays, isDenied: one.isDenied)
                parts.add(someParts, isDenied: one.isDenied)
                said.formUnion(one.words)
            } else if let same = others.firstIndex(where: { $0.0 == one.wish }) {
                others[same].1.formUnion(one.words)
            } else {
                others.append((one.wish, Set(one.words)))
            }
        }
        return (said.isEmpty ? [] : [(.week(days: days.meant, dayparts: parts.meant), said)]) + others
    }

    /// Days, or parts of a day, that somebody named and denied.
    private struct Times {
        let all: [String]
        private var named: [String] = []
        private var denied: [String] = []

        init(all: [String]) { self.all = all }

        mutating func add(_ times: [String], isDenied: Bool) {
            if isDenied { denied += times } else { named += times.filter { !named.contains($0) } }
        }

        /// *Maandag en woensdag maar niet op dinsdag* is Monday and Wednesday; *niet op zaterdag* alone is any other day.
        var meant: [String] {
            let left = named.filter { !denied.contains($0) }
            if !named.isEmpty { return left.isEmpty ? named : left }
            return denied.isEmpty ? [] : all.filter { !denied.contains($0) }
        }
    }
}
