// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

// The index counts bits in its inner loops. Processors since 2009 do that in one instruction (x86-64-v2; ARM always), which
// the oldest ones that Swift compiles for lack: a tenth of the time of a suggestion (docs/performance.md).
#if arch(x86_64)
    let countsBits: [SwiftSetting] = [
        .unsafeFlags(["-Xfrontend", "-target-cpu", "-Xfrontend", "nehalem"])
    ]
#else
    let countsBits: [SwiftSetting] = []
#endif

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioHTTPTypes = Target.Dependency.product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let nioEmbedded = Target.Dependency.product(name: "NIOEmbedded", package: "swift-nio")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

/// A target in its room. The rooms stand in order: nothing imports upwards (docs/architecture.md).
func target(
    _ room: String, _ name: String, _ dependencies: [Target.Dependency] = [], extra: [SwiftSetting] = []
) -> Target {
    .target(name: name, dependencies: dependencies, path: "Sources/\(room)/\(name)", swiftSettings: settings + extra)
}

/// A C library of the system, by module map.
func library(_ name: String, _ pkgConfig: String? = nil, debian: String) -> Target {
    .systemLibrary(
        name: name, path: "Sources/Infrastructure/\(name)", pkgConfig: pkgConfig, providers: [.apt([debian])])
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

/// What tests share.
func support(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, path: "Tests/\(name)", swiftSettings: settings)
}

let infrastructure: [Target] = [
    // PostgreSQL's client, SMTP, Markdown, domain names, stemming, gzip, QR codes.
    library("CLibPQ", "libpq", debian: "libpq-dev"),
    library("CCurl", "libcurl", debian: "libcurl4-openssl-dev"),
    library("CCMark", "libcmark", debian: "libcmark-dev"),
    library("CSnowball", debian: "libstemmer-dev"),
    library("CIdn2", "libidn2", debian: "libidn2-dev"),
    library("CIgzip", "libisal", debian: "libisal-dev"),
    library("CZlib", "zlib", debian: "zlib1g-dev"),
    library("CGMime", "gmime-3.0", debian: "libgmime-3.0-dev"),
    library("CQREncode", "libqrencode", debian: "libqrencode-dev"),
    // Instants and calendar dates; nothing else.
    target("Infrastructure", "Time"),
    // SQL as a value, transactions, migrations, the change table, portable backups: both engines, no I/O of its own.
    target("Infrastructure", "SQL", ["Time", "CZlib"]),
    // The embedded engine: GRDB as a driver only.
    target("Infrastructure", "SQLite", ["SQL", grdb]),
    // The engine for several nodes: libpq with a bounded pool.
    target("Infrastructure", "Postgres", ["SQL", "CLibPQ"]),
    // Markup as a value that escapes by construction.
    target("Infrastructure", "HTML"),
    // Codes that a telephone reads, as drawings in a page.
    target("Infrastructure", "QR", ["CQREncode", "HTML"]),
    // gettext catalogues, plurals, dates and numbers per language.
    target("Infrastructure", "Localisation", ["Time"]),
    // Work enqueued in the transaction that causes it, and the schedule.
    target("Infrastructure", "Jobs", ["SQL", "Time", logging, lifecycle]),
    // Longer texts that people write: templates with checked fields, Markdown as markup.
    target("Infrastructure", "Texts", ["CCMark", "HTML", mustache]),
    // Messages, MIME, SMTP, the outbox.
    target("Infrastructure", "Mail", ["CCurl", "CIdn2", "HTML", "Jobs", "SQL", "Time", logging]),
    // Mails that people answer with: the port that takes them, and what was typed in them.
    target("Infrastructure", "MailIn", ["CGMime", "Media", nioCore, nioPosix, subprocess, logging, lifecycle]),
    // Dangerous work on files of strangers, in processes of their own: pictures.
    target("Infrastructure", "Media", [subprocess]),
    // The index in memory: words, filters, counts, distances, suggestions. No I/O.
    target("Infrastructure", "Search", ["CSnowball"], extra: countsBits),
    // Pictures of maps: a public service through us, bounded and kept on disk, or a file.
    target("Infrastructure", "Tiles", ["CCurl", grdb]),
    // HTTP toolkit on Hummingbird: forms, cookies, limits, errors, compression, access log.
    target(
        "Infrastructure", "Web",
        ["CIgzip", "CZlib", "HTML", "SQL", "Time", hummingbird, logging, httpTypes, nioCore, crypto]),
]

let domain: [Target] = [
    // The vacancy bank and finding, a folder per part.
    target(
        "Domain", "VolunteerCentre",
        ["SQL", "Time", "Jobs", "Mail", "MailIn", "Localisation", "Texts", "Search", crypto, cryptoExtras]),
    // Capabilities on top of it, never on each other.
    target("Domain", "Films", ["VolunteerCentre", "SQL", "Time", "Localisation", crypto]),
    // The roof: the list of capabilities, and what must know them all (schema, schedule, erasing, merging, export, the demo).
    target(
        "Domain", "Composition",
        ["VolunteerCentre", "Films", "SQL", "Time", "Jobs", "Mail", "Localisation", crypto]),
]

let site: [Target] = [
    // The front door, contexts that prove who is signed in, parts of pages.
    target(
        "Site", "SiteKit",
        [
            "VolunteerCentre", "Composition", "Web", "HTML", "Localisation", "SQL", "Time", "Media", "Texts", "Tiles",
            hummingbird, logging, httpTypes, nioCore,
        ]),
    // The pages of one capability, on the kit alone.
    target(
        "Site", "FilmPages",
        [
            "SiteKit", "Films", "VolunteerCentre", "Web", "HTML", "Localisation", "SQL", hummingbird, httpTypes,
            nioCore,
        ]),
    // The pages of today's audiences, a folder each, and the list of all.
    target(
        "Site", "Site",
        [
            "SiteKit", "FilmPages", "VolunteerCentre", "Composition", "Web", "HTML", "Localisation", "SQL", "Time",
            "Mail", "Media", "Tiles", "QR",
            "Jobs", "Texts", hummingbird, logging, httpTypes, nioCore,
        ]),
]

let programs: [Target] = [
    // The executable `schakel`.
    .executableTarget(
        name: "Server",
        dependencies: [
            "Site", "SiteKit", "VolunteerCentre", "Composition", "Web", "SQL", "SQLite", "Postgres", "Jobs", "Mail",
            "MailIn", "Media", "Tiles",
            "Localisation",
            "Texts", "Time", hummingbird, hummingbirdCore, logging, lifecycle, unixSignals, nioCore, nioHTTPTypes,
            arguments,
        ], swiftSettings: settings),
    // Prints the figures of docs/performance.md.
    .executableTarget(
        name: "Bench",
        dependencies: [
            "SQL", "SQLite", "Postgres", "Time", "Localisation", "Mail", "Texts", "VolunteerCentre",
            "Composition", "Search",
        ], swiftSettings: settings),
]

let testing: [Target] = [
    // Databases of both engines.
    support("TestSupport", ["SQL", "SQLite", "Postgres", "CLibPQ"]),
    // Reads whole responses; for the tests of Web and Site.
    support("WebTestSupport", ["CZlib", hummingbird, httpTypes, nioCore]),
    // A centre with people and vacancies, made through the real use cases.
    support(
        "GivenCentre",
        [
            "VolunteerCentre", "Composition", "SQL", "Time", "Jobs", "Mail", "Localisation", "Texts", "TestSupport",
            logging,
        ]),
    tests("SQLTests", ["SQL", "SQLite", "Postgres", "Time", "TestSupport"]),
    tests("JobsTests", ["Jobs", "SQL", "Time", "TestSupport", logging, lifecycle]),
    tests("MailInTests", ["MailIn"]),
    tests("MailTests", ["Mail", "Jobs", "SQL", "Time", "TestSupport", logging]),
    tests("MediaTests", ["Media", "TestSupport"], exclude: ["gps.jpg"]),
    tests("HTMLTests", ["HTML", "TestSupport"]),
    tests("QRTests", ["QR", "HTML"]),
    tests("SearchTests", ["Search", "TestSupport"]),
    tests("TilesTests", ["Tiles", grdb]),
    tests("TimeTests", ["Time"]),
    tests("TextsTests", ["Texts", "HTML", "TestSupport"]),
    tests("LocalisationTests", ["Localisation", "Time"]),
    tests(
        "WebTests",
        ["Web", "HTML", "SQL", "Time", "TestSupport", "WebTestSupport", hummingbird, httpTypes, nioCore]),
    tests(
        "VolunteerCentreTests",
        [
            "MailIn",
            "VolunteerCentre", "SQL", "Time", "Jobs", "Mail", "Localisation", "Texts", "TestSupport", "Search",
            "GivenCentre", "Composition", "Films", "SQLite", grdb, logging, crypto,
        ]),
    // The site behind its front door, in this process: access, messages, order of the sources.
    tests(
        "SiteTests",
        [
            "Site", "SiteKit", "FilmPages", "WebTestSupport", "GivenCentre", "VolunteerCentre", "Composition", "Films",
            "Web", "SQL", "Time",
            "Localisation", "Texts",
            "TestSupport", "Media", "Tiles", grdb, hummingbird, httpTypes, nioCore, nioEmbedded, logging,
        ]),
]

// Exact versions: Package.resolved stays out of the repository, so the manifest is the lock.
let package = Package(
    name: "schakel",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "schakel", targets: ["Server"])],
    dependencies: [
        .package(
            url: "https://github.com/hummingbird-project/hummingbird.git", exact: "2.28.1", traits: ["FullFoundation"]),
        .package(url: "https://github.com/hummingbird-project/swift-mustache.git", exact: "2.1.1"),
        .package(url: "https://github.com/groue/GRDB.swift.git", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto.git", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log.git", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-http-types.git", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-nio.git", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras.git", exact: "1.35.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", exact: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess.git", exact: "1.0.2"),
    ],
    targets: infrastructure + domain + site + programs + testing
)
