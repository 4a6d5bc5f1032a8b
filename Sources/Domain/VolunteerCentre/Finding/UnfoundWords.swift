import Crypto
import Foundation
import SQL
import Synchronization
import Time

/// Words that visitors typed and that nothing holds, so that a centre can say what they mean. Until a word was asked on a third different
/// day only a keyed hash of it is kept, and nothing ever says who asked.
package enum UnfoundWords {
    /// On so many days somebody asked before a word is readable.
    package static let days = 3
    /// A centre keeps no more of them a month, and takes no more new ones a day: who fills a day has not filled the month.
    static let most = 6000
    static let newPerDay = 300

    package struct Word: Sendable, Equatable {
        package let word: String
        package let days: Int
    }

    /// Letters only, as people write words: no numbers, addresses or telephone numbers.
    package static func isWord(_ text: String) -> Bool { (3...30).contains(text.count) && text.allSatisfy(\.isLetter) }

    /// - Parameter secret: of the installation; without it nobody can tell which words the hashes are of.
    package static func record(_ words: [String], secret: [UInt8], in work: UnitOfWork) throws {
        let (centre, today) = (work.centre.id, work.today)
        let month = Self.month(today)
        for word in Set(words).sorted() where isWord(word) {
            let code = HMAC<SHA256>.authenticationCode(
                for: Array("\(centre) \(month) \(word)".utf8), using: SymmetricKey(data: secret))
            let key = code.prefix(16).hex
            // What is known goes on being counted, also when no more are taken.
            let known = try work.tx.first(
                """
                select days from unfound_word where centre_id = \(centre) and month = \(month) and word_key = \(key)
                """)
            if known != nil {
                try work.tx(
                    """
                    update unfound_word set days = days + 1, last_day = \(today),
                        word = case when days + 1 >= \(days) then \(word) else word end
                    where centre_id = \(centre) and month = \(month) and word_key = \(key) and last_day < \(today)
                    """)
                continue
            }
            try work.tx(
                """
                insert into unfound_word (centre_id, month, word_key, days, last_day)
                select \(centre), \(month), \(key), 1, \(today)
                where (select count(*) from unfound_word where centre_id = \(centre) and month = \(month)) < \(most)
                    and (select count(*) from unfound_word where centre_id = \(centre) and month = \(month)
                        and days = 1 and last_day = \(today)) < \(newPerDay)
                on conflict (centre_id, month, word_key) do nothing
                """)
        }
    }

    /// Of this month and the one before, what was asked on most days first; at most fifty.
    package static func readable(in work: UnitOfWork) throws -> [Word] {
        try work.tx(
            """
            select word, max(days) as days from unfound_word
            where centre_id = \(work.centre.id) and word is not null and month >= \(monthBefore(work.today))
            group by word order by max(days) desc, word limit 50
            """
        ).map { Word(word: try $0["word"], days: try $0["days"]) }
    }

    /// An administrator said what it means, or that it means nothing.
    package static func settle(_ word: String, in work: UnitOfWork) throws {
        try work.tx("delete from unfound_word where centre_id = \(work.centre.id) and word = \(word)")
    }

    /// What is older than the month before.
    static func purge(today: CalendarDate, _ tx: Transaction) throws {
        try tx("delete from unfound_word where month < \(monthBefore(today))")
    }

    private static func month(_ day: CalendarDate) -> String { String(day.iso.prefix(7)) }

    private static func monthBefore(_ day: CalendarDate) -> String { month(day.adding(days: -day.day)) }
}

/// What this process wrote down today, so that a word costs one write a day. For a while only: it forgets everything when it holds much.
final class UnfoundToday: Sendable {
    private struct Known {
        var day: CalendarDate
        var words: Set<String> = []
        /// How many words each visitor brought: one alone must not fill the month.
        var brought: [String: Int] = [:]
    }

    private static let mostOfOne = 5

    private static let most = 10_000
    private let known = Mutex<[ID<Centre>: Known]>([:])

    /// Those of them that were not written down today.
    /// - Parameter visitor: as the limits of requests know her; it is forgotten with the day.
    func new(_ words: [String], by visitor: String, at centre: ID<Centre>, on day: CalendarDate) -> [String] {
        known.withLock { all in
            var one = all[centre] ?? Known(day: day)
            if one.day != day || one.words.count > Self.most { one = Known(day: day) }
            let left = max(0, Self.mostOfOne - one.brought[visitor, default: 0])
            let new = Array(words.filter { UnfoundWords.isWord($0) && !one.words.contains($0) }.prefix(left))
            one.words.formUnion(new)
            one.brought[visitor, default: 0] += new.count
            all[centre] = one
            return new
        }
    }
}
