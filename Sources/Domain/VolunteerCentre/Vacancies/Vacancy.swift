package import Foundation
package import SQL
package import Time

/// A call for volunteers with a text, a place and a time.
package struct Vacancy: Sendable, Equatable {
    package enum State: String, Sendable, CaseIterable, LifeState {
        case draft, queued, published, offline, archived, rejected

        /// The whole life of a vacancy: what may follow what. Returned from the queue is `draft` with a comment; what was
        /// archived by mistake is what it was.
        package var next: Set<State> {
            switch self {
            case .draft: [.queued, .archived]
            case .queued: [.published, .draft, .rejected, .archived]
            case .published: [.offline, .queued, .archived]
            case .offline: [.published, .queued, .archived]
            case .archived: [.draft, .queued, .published, .offline, .rejected]
            case .rejected: [.archived]
            }
        }
    }

    /// A photograph, and what can be seen on it for who cannot see it.
    package struct Picture: Sendable, Equatable, Codable {
        package var upload: Upload
        package var alt: String

        package init(upload: Upload, alt: String) {
            self.upload = upload
            self.alt = alt
        }
    }

    /// What an organisation fills in.
    package struct Content: Sendable, Equatable, Codable {
        package var title = ""
        package var description = ""
        package var offer = ""
        package var hours = ""
        package var engagement = ""
        package var postcode = ""
        package var place = ""
        /// Where it is besides, as typed: a postcode or the name of a place each.
        package var otherPlaces: [String] = []
        package var municipality = ""
        /// By name; empty: by its postcode, or all of the municipality.
        package var neighbourhood = ""
        package var fromHome = false
        package var languageLevel = ""
        package var minimumAge: Int?
        /// So many people can come together, a family or a company; nil: nobody said.
        package var groupSize: Int?
        package var positions: Int?
        package var interests: [String] = []
        package var activities: [String] = []
        package var days: [String] = []
        package var dayparts: [String] = []
        /// Besides Dutch: in which one can work together.
        package var languages: [String] = []
        package var targets: [String] = []
        package var supports: [String] = []
        /// Nil: at once, or when it suits.
        package var beginsOn: CalendarDate?
        package var publishUntil: CalendarDate?
        package var picture: Picture?
        package var department: Department?

        package init() {}

        /// The same words in one order, so that two readings of one text are equal.
        package var normal: Content {
            var normal = self
            for list in Self.lists { normal[keyPath: list.field].sort() }
            normal.interests = interests.prefix(1) + interests.dropFirst().sorted()
            return normal
        }

        /// Whether somebody who approved one has seen the other: not the name of a department, nor under which number the
        /// same picture lies.
        func saysTheSame(as other: Content) -> Bool {
            func words(_ content: Content) -> Content {
                var words = content.normal
                words.department = nil
                words.publishUntil = nil
                words.picture?.upload = Upload(id: ID(0), hash: content.picture?.upload.hash ?? "")
                return words
            }
            return words(self) == words(other)
        }
    }

    /// A changed text of a vacancy that is online: it waits for the centre while the approved one stays on the website.
    package struct Pending: Sendable, Equatable {
        package let content: Content
        /// Nil: nobody has to look at it now.
        package let since: Instant?
        package let stage: Stage

        package enum Stage: Sendable {
            case waiting
            /// With a comment of the centre.
            case returned
            /// Of a vacancy that was put away meanwhile.
            case kept

            init(since: Instant?, hasComment: Bool) {
                self = since != nil ? .waiting : hasComment ? .returned : .kept
            }
        }
    }

    package let id: ID<Vacancy>
    package let organisation: ID<Organisation>
    /// What visitors read, once it is online.
    package private(set) var content: Content
    package let pending: Pending?
    package let state: State
    package let comment: String?
    package let version: Int
    package let createdAt: Instant
    package let queuedAt: Instant?
    package let publishedAt: Instant?
    /// The version the centre last said yes to; a text changed since then is a text it has not seen.
    package let approvedVersion: Int?
    /// As many people are matched as were wanted.
    package let isFull: Bool
    /// Who of its organisation looks after it; nil: everybody.
    package let contactPerson: ID<Account>?
    /// The centre put it *in de kijker*.
    package let isFeatured: Bool
    /// From where it was put away.
    package let archiving: Archiving?
    package let freshness: Freshness

    /// When it was put away, and what it was before.
    package struct Archiving: Sendable, Equatable {
        package let from: State
        package let at: Instant
    }

    /// A text that is nowhere yet, to look at.
    package static func unsaved(_ content: Content, of organisation: ID<Organisation>, now: Instant) -> Vacancy {
        Vacancy(
            id: ID(0), organisation: organisation, content: content, pending: nil, state: .draft, comment: nil,
            version: 0,
            createdAt: now, queuedAt: nil, publishedAt: nil, approvedVersion: nil, isFull: false, contactPerson: nil,
            isFeatured: false,
            archiving: nil, freshness: Freshness())
    }

    /// The same vacancy with another text.
    package func saying(_ content: Content) -> Vacancy {
        var other = self
        other.content = content
        return other
    }

    /// When it goes offline by itself: after its last day, or six months after it was published.
    package func lastDay(in zone: TimeZone) -> CalendarDate? {
        guard state == .published, let publishedAt else { return nil }
        let longest = CalendarDate(publishedAt, in: zone).adding(months: TakeVacanciesOffline.longestMonths)
        return content.publishUntil.map { min($0, longest) } ?? longest
    }

    /// The centre asked for another text.
    package var isReturned: Bool { state == .draft && comment != nil }

    /// The centre has to look at it.
    package var isOnWebsite: Bool { state == .published }

    package var isWaiting: Bool { state == .queued || pending?.since != nil }

    /// What its organisation wrote last.
    package var newest: Content { pending?.content ?? content }

    /// Whether somebody can respond: visible, and not all places taken.
    package func isOpen(today: CalendarDate) -> Bool { isVisible(today: today) && !isFull }

    /// Visible through the whole of `publishUntil` in the centre's zone.
    package func isVisible(today: CalendarDate) -> Bool {
        state == .published && content.publishUntil.map { $0 >= today } ?? true
    }
}

extension Vacancy: Living {
    package static var table: String { "vacancy" }
    package static var isIndexed: Bool { true }
}

extension Fact {
    /// Of a vacancy, by what it says.
    func record(of content: Vacancy.Content, channel: String = "web", in work: UnitOfWork) throws {
        try [self].record(of: content, channel: channel, in: work)
    }

    /// One of that day's that was none after all: they are all alike.
    func takeBack(
        of content: Vacancy.Content, channel: String, at moment: Instant, in work: UnitOfWork
    ) throws {
        let day = CalendarDate(moment, in: work.centre.zone)
        try work.tx(
            """
            delete from fact where id = (select max(id) from fact where centre_id = \(work.centre.id) and kind = \(self)
                and date = \(day) and municipality = \(content.municipality)
                and interest = \(content.interests.first ?? "") and channel = \(channel))
            """)
    }
}

extension [Fact] {
    func record(of content: Vacancy.Content, channel: String, in work: UnitOfWork) throws {
        try record(
            municipality: content.municipality, interest: content.interests.first ?? "", channel: channel, in: work)
    }
}

extension Vacancy.Pending {
    /// - Parameter words: its content and the hash of its picture.
    init(_ row: Row, _ words: Row) throws {
        var content = try KeptJSON.decode(try words["content"], over: Vacancy.Content())
        let (picture, hash): (ID<Upload>?, String?) = (try row["pending_picture_id"], try words["hash"])
        content.picture = content.picture.flatMap { kept in
            picture.flatMap { id in hash.map { .init(upload: Upload(id: id, hash: $0), alt: kept.alt) } }
        }
        (self.content, since) = (content, try row["pending_at"])
        stage = Stage(since: since, hasComment: try row["comment"] as String? != nil)
    }
}
