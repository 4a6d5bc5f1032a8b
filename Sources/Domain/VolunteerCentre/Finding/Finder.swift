package import SQL
import Search
import Synchronization
package import Time

/// Searches the vacancies of every centre in memory. The database stays the truth; the index follows its change table.
package final class Finder: Sendable {
    private struct Known: Sendable {
        let index: SearchIndex
        let candidates: SearchIndex
        var neighbourhoods = Neighbourhoods.none
        var synonyms: Synonyms
        var kinship: Kinship
        /// Of the settings whose synonyms these are.
        var version = 0
    }

    package struct Size: Sendable {
        package let documents: Int
        package let bytes: Int
        package let seconds: Double
    }

    package let lists: SearchLists
    package let places: Places
    let taxonomy: Taxonomy
    private let texts: SearchTexts
    private let database: any Database
    private let known = Mutex<[ID<Centre>: Known]>([:])
    /// Of all centres together, so that the indexes of neighbours can be asked as one.
    private let areas = Mutex(Areas())
    private let loading = Mutex<Duration?>(nil)
    private let follower: Follower
    /// What was written down today already of words that found nothing.
    let unfound = UnfoundToday()
    /// For who is on a pause.
    let now: @Sendable () -> Instant

    package init(
        database: any Database, taxonomy: Taxonomy, places: Places, texts: SearchTexts,
        now: @escaping @Sendable () -> Instant
    ) {
        self.database = database
        self.now = now
        self.places = places
        self.texts = texts
        self.taxonomy = taxonomy
        lists = SearchLists(taxonomy)
        follower = Follower()
    }

    var sentences: SentenceTable { texts.sentences }

    /// Words of other languages that nothing else knows: some tenths of a second, beside what else there is to do.
    /// - Parameter folder: where Debian puts the dictionaries.
    package func readTranslations(_ folder: String) { texts.readTranslations(folder) }

    /// Whether the language has the word.
    func isWord(_ word: String) -> Bool { texts.analysis.knows(word) }

    /// Whether a text reads as Dutch by its small words.
    package func isDutch(_ text: String) -> Bool { texts.analysis.language(of: text) == .dutch }

    /// Those of the words that found nothing which were not written down today.
    package func newUnfound(_ words: [String], by visitor: String, at centre: Centre, now: Instant) -> [String] {
        unfound.new(words, by: visitor, at: centre.id, on: centre.today(now))
    }

    /// The table of words that mean the same where every centre begins, a group a line.
    package var standardSynonyms: String { texts.synonymLines }

    /// Whether everything was read once.
    package var isReady: Bool { loading.withLock { $0 != nil } }

    /// How much it holds, and how long it took to read it all.
    package var size: Size {
        let snapshots = known.withLock { $0.values.flatMap { [$0.index.snapshot, $0.candidates.snapshot] } }
        let took = loading.withLock { $0 } ?? .zero
        return Size(
            documents: snapshots.reduce(0) { $0 + $1.count }, bytes: snapshots.reduce(0) { $0 + $1.bytes },
            seconds: Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18)
    }

    /// Reads what changed since the last time, in order; everything at the first. After a commit of this node its own change
    /// is found at once.
    package func catchUp() async throws { try await follower.run { try await self.step($0) } }

    private func step(_ position: ChangeFeed.Position?) async throws -> ChangeFeed.Position {
        guard let position else {
            let begin = ContinuousClock.now
            let start = try await load(nil)
            loading.withLock { $0 = ContinuousClock.now - begin }
            return start
        }
        var after = position
        while true {
            let from = after
            let step = try await database.read { tx in try self.changes(after: from, tx) }
            var full: Set<ID<Centre>> = []
            for change in step.changes {
                if change.isEverything {
                    full.insert(change.centre)
                    continue
                }
                areas.withLock { $0 = change.areas }
                let index = remember(change.centre)
                if !index.vacancies.change(change.documents, removing: change.gone)
                    || !index.candidates.change(change.candidates, removing: change.goneCandidates)
                {
                    full.insert(change.centre)
                }
            }
            for centre in full { _ = try await load(centre) }
            // Nothing settled any more: what was looked at besides will come again.
            if step.position == after { return after }
            after = step.position
        }
    }

    /// - Returns: the place in the change table from where to go on.
    private func load(_ only: ID<Centre>?) async throws -> ChangeFeed.Position {
        try await database.read { tx in
            let position = try ChangeFeed.position(tx)
            for centre in try CentreQueries.all(tx) where only == nil || centre.id == only {
                var areas = self.areas.withLock { $0 }
                let index = self.remember(centre.id)
                let neighbourhoods = try Neighbourhoods.of(centre.id, tx)
                self.known.withLock { $0[centre.id]?.neighbourhoods = neighbourhoods }
                try index.vacancies.load { add in
                    try self.reader(centre).each(&areas, tx, add)
                    // Before anybody can meet a number of it.
                    self.areas.withLock { $0 = areas }
                }
                try index.candidates.load { add in try self.candidateReader(centre).each(tx, add) }
            }
            return position
        }
    }

    private struct CentreChange: Sendable {
        let centre: ID<Centre>
        let documents: [SearchDocument]
        let gone: [Int64]
        let candidates: [SearchDocument]
        let goneCandidates: [Int64]
        let areas: Areas
        /// Where each vacancy is, is found in another way: everything is read anew.
        let isEverything: Bool
    }

    private func changes(after position: ChangeFeed.Position, _ tx: Transaction) throws -> (
        changes: [CentreChange], position: ChangeFeed.Position
    ) {
        var (changes, next) = try ChangeFeed.read(after: position, limit: 500, tx)
        // While others write, a commit of this node is visible and not settled yet: looked at now, and once more later.
        if changes.isEmpty, tx.engine == .postgres {
            // Neighbourhoods come with a command elsewhere: once, when they are settled.
            changes = try ChangeFeed.read(after: next, limit: 500, unsettled: true, tx).0
                .filter { $0.kind != "neighbourhood" }
            next = position
        }
        guard !changes.isEmpty else { return ([], next) }
        let centres = try CentreQueries.all(tx)
        var result: [CentreChange] = []
        // Of one after another: numbers given for one centre stay with the next.
        var areas = areas.withLock { $0 }
        for (number, changes) in Dictionary(grouping: changes, by: \.centre) {
            guard let centre = centres.first(where: { $0.id.number == number }) else { continue }
            var wanted = Set(changes.filter { $0.kind == "vacancy" }.map(\.record))
            let owners = changes.filter { $0.kind == "organisation" }.map(\.record)
            if !owners.isEmpty {
                for row in try tx(
                    "select id from vacancy where centre_id = \(centre.id) and organisation_id in \(list: owners) order by id limit 50000"
                ) {
                    wanted.insert(try row["id"])
                }
            }
            let documents = try reader(centre).some(wanted.sorted(), &areas, tx)
            let people = Set(changes.filter { $0.kind == "volunteer" }.map(\.record))
            let candidates = try candidateReader(centre).some(people.sorted(), tx)
            result.append(
                CentreChange(
                    centre: centre.id, documents: documents,
                    gone: wanted.subtracting(documents.map(\.key)).sorted(), candidates: candidates,
                    goneCandidates: people.subtracting(candidates.map(\.key)).sorted(), areas: areas,
                    isEverything: changes.contains { $0.kind == "neighbourhood" }))
        }
        return (result, next)
    }

    private func reader(_ centre: Centre) -> VacancyDocuments {
        VacancyDocuments(
            centre: centre, lists: lists, taxonomy: taxonomy, places: places,
            neighbourhoods: known.withLock { $0[centre.id]?.neighbourhoods } ?? .none)
    }

    private func candidateReader(_ centre: Centre) -> CandidateDocuments {
        CandidateDocuments(
            centre: centre, lists: lists, taxonomy: taxonomy, places: places, today: centre.today(now()))
    }

    private func remember(_ centre: ID<Centre>) -> (vacancies: SearchIndex, candidates: SearchIndex) {
        known.withLock { all in
            let one =
                all[centre]
                ?? Known(
                    index: SearchIndex(analysis: texts.analysis, kinship: texts.kinship),
                    candidates: SearchIndex(analysis: texts.analysis),
                    synonyms: texts.synonyms, kinship: texts.kinship)
            all[centre] = one
            return (one.index, one.candidates)
        }
    }

    /// The index of a centre as it is now, those of its neighbours with it, and the municipalities they know.
    func current(_ centre: Centre) -> (snapshot: Snapshot, areas: Areas)? {
        guard isReady else { return nil }
        // A centre that was just made has nothing of its own yet.
        let own = known(centre)
        var snapshot =
            own.map { $0.index.snapshot.meaning($0.synonyms, $0.kinship) }
            ?? Snapshot(analysis: texts.analysis, synonyms: texts.synonyms, kinship: texts.kinship)
        if !centre.neighbours.isEmpty {
            let others = known.withLock { all in centre.neighbours.compactMap { all[$0.id]?.index.snapshot } }
            for other in others { snapshot.add(other) }
        }
        return (snapshot, areas.withLock { $0 })
    }

    /// The candidate pool of a centre as it is now.
    func currentCandidates(_ centre: Centre) -> Snapshot? {
        known(centre).map { $0.candidates.snapshot.meaning($0.synonyms) }
    }

    /// With the words that mean the same at the centre, as it set them last.
    private func known(_ centre: Centre) -> Known? {
        known.withLock { all in
            guard var one = all[centre.id] else { return nil }
            let settings = centre.finding
            guard one.version < settings.version else { return one }
            let groups = settings.synonyms?.split(separator: "\n").map { Synonyms.Group(line: String($0)) }
            one.synonyms = groups.map { Synonyms(groups: $0) } ?? texts.synonyms
            one.kinship = texts.kinship.preceded(by: settings.kin)
            one.version = settings.version
            all[centre.id] = one
            return one
        }
    }
}

/// One after another: a later reading must never be overtaken by an older one.
private actor Follower {
    private var position: ChangeFeed.Position?
    private var last: Task<Void, any Error>?

    func run(_ step: @Sendable @escaping (ChangeFeed.Position?) async throws -> ChangeFeed.Position) async throws {
        let before = last
        let task = Task {
            _ = await before?.result
            position = try await step(position)
        }
        last = task
        try await task.value
    }
}
