import Films
import GivenCentre
import SQL
import TestSupport
import Testing
import VolunteerCentre

/// Films in parts, with captions, of one centre.
@Suite struct FilmTests {
    private static let captions = "WEBVTT\r\n\r\n00:00.000 --> 00:01.000\r\nDag"

    @Test(arguments: TestEngine.available)
    func anyRangeIsReadBack(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        var random = SeededRandom(5)
        let size = Film.partSize * 2 + 777
        let bytes = Array("\0\0\0\0ftypisom".utf8) + (0..<size).map { _ in UInt8.random(in: 0...255, using: &random) }
        #expect(try await add(given, .file(bytes, captions: Self.captions)) == .done)
        let film = try #require(try await given.database.read { tx in try Film.all(in: given.centre.id, tx).first })
        guard case .file(let hash, let mediaType, let stored) = film.source else { throw Given.Unexpected(film) }
        #expect(mediaType == "video/mp4" && stored == bytes.count)
        let ranges = [
            0..<1, 0..<bytes.count, Film.partSize - 1..<Film.partSize + 1, bytes.count - 1..<bytes.count,
            Film.partSize..<Film.partSize * 2,
        ]
        for range in ranges {
            let read = try await given.database.read { tx in try Film.bytes(film.id, range, tx) }
            #expect(read == Array(bytes[range]), "\(range)")
        }
        let (captions, here, elsewhere, wrong) = try await given.database.read { tx in
            (
                try Film.captions(film.id, in: given.centre.id, tx),
                try Film.find(film.id, hash: hash, in: given.centre.id, tx),
                try Film.find(film.id, hash: hash, in: given.other.id, tx),
                try Film.find(film.id, hash: "0", in: given.centre.id, tx)
            )
        }
        #expect(captions?.contains("\r") == false && captions?.hasPrefix("WEBVTT\n\n00:00") == true)
        #expect(here == film && elsewhere == nil && wrong == nil)
        let removed = try await given.write(by: given.administrator) { work in
            try ChangeFilms.remove(film.id, in: work)
        }
        #expect(removed == .done)
        #expect(try await given.count("film_part") == 0)
    }

    @Test(arguments: TestEngine.available)
    func whatIsNoFilmIsRefused(_ engine: TestEngine) async throws {
        let given = try await Given(engine)
        let film = Array("\0\0\0\0ftypisom-".utf8)
        #expect(try await add(given, .file(Array("<html>".utf8), captions: Self.captions)) == .notAFilm)
        #expect(try await add(given, .file(film, captions: "Dag")) == .noCaptions)
        #expect(try await add(given, .file(film, captions: "")) == .noCaptions)
        let large = film + [UInt8](repeating: 0, count: ChangeFilms.longest)
        #expect(try await add(given, .file(large, captions: Self.captions)) == .tooLarge)
        for actor in [given.mediator, .visitor(centre: given.centre)] {
            #expect(try await add(given, .elsewhere("https://films.example/1"), by: actor) == .notFound)
        }
        #expect(try await add(given, .elsewhere("https://films.example/1"), by: given.stranger) == .done)
        #expect(
            try await given.count("film", where: "centre_id = \(given.centre.id)") == 0, "hers is at her own centre")
    }

    private func add(_ given: Given, _ content: ChangeFilms.Content, by actor: Actor? = nil) async throws
        -> ChangeFilms.Outcome
    {
        try await given.write(by: actor ?? given.administrator) { work in
            try ChangeFilms.add("Film", content, at: .questions, in: work)
        }
    }
}
