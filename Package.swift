// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")

// Exact versions: Package.resolved stays out of the repository, so the manifest is the lock.
// The index counts bits in its inner loops. Processors since 2009 do that in one instruction (x86-64-v2; ARM always), which
// the oldest ones that Swift compiles for lack: a tenth of the time of a suggestion (docs/performance.md).
#if arch(x86_64)
    let countsBits: [SwiftSetting] = [
        .unsafeFlags(["-Xfrontend", "-target-cpu", "-Xfrontend", "nehalem"])
    ]
#else
    let countsBits: [SwiftSetting] = []
#endif

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
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", exact: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess.git", exact: "1.0.2"),
    ],
    targets: [
        // C libraries of the system, by module map: PostgreSQL's client, SMTP, gzip.
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
        .systemLibrary(name: "CSnowball", providers: [.apt(["libstemmer-dev"])]),
        .systemLibrary(name: "CIgzip", pkgConfig: "libisal", providers: [.apt(["libisal-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        // Instants and calendar dates; nothing else.
        .target(name: "Time", swiftSettings: settings),
        // SQL as a value, transactions, migrations, the change table, portable backups: both engines, no I/O of its own.
        .target(name: "SQL", dependencies: ["Time", "CZlib"], swiftSettings: settings),
        // The embedded engine: GRDB as a driver only.
        .target(
            name: "SQLite", dependencies: ["SQL", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: settings),
        // The engine for several nodes: libpq with a bounded pool.
        .target(name: "Postgres", dependencies: ["SQL", "CLibPQ"], swiftSettings: settings),
        // Markup as a value that escapes by construction.
        .target(name: "HTML", swiftSettings: settings),
        // gettext catalogues, plurals, dates and numbers per language.
        .target(name: "Localisation", dependencies: ["Time"], swiftSettings: settings),
        // Work enqueued in the transaction that causes it, and the schedule.
        .target(name: "Jobs", dependencies: ["SQL", "Time", logging, lifecycle], swiftSettings: settings),
        // Longer texts that people write: templates with checked fields, Markdown as markup.
        .target(name: "Texts", dependencies: ["CCMark", "HTML", mustache], swiftSettings: settings),
        // Messages, MIME, SMTP, the outbox.
        .target(
            name: "Mail", dependencies: ["CCurl", "HTML", "Jobs", "SQL", "Time", logging],
            swiftSettings: settings),
        // Dangerous work on files of strangers, in processes of their own: pictures.
        .target(
            name: "Media", dependencies: [.product(name: "Subprocess", package: "swift-subprocess")],
            swiftSettings: settings),
        // The index in memory: words, filters, counts, distances, suggestions. No I/O.
        .target(name: "Search", dependencies: ["CSnowball"], swiftSettings: settings + countsBits),
        // HTTP toolkit on Hummingbird: forms, cookies, limits, errors, compression, access log.
        .target(
            name: "Web",
            dependencies: ["CIgzip", "CZlib", "HTML", "SQL", "Time", hummingbird, logging, httpTypes, nioCore, crypto],
            swiftSettings: settings),
        // The domain, a folder per capability.
        .target(
            name: "VolunteerCentre",
            dependencies: [
                "SQL", "Time", "Jobs", "Mail", "Localisation", "Texts", "Search", crypto,
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ], swiftSettings: settings),
        // The pages, a folder per audience.
        .target(
            name: "Site",
            dependencies: [
                "VolunteerCentre", "Web", "HTML", "Localisation", "SQL", "Time", "Mail", "Media", "Jobs", "Texts",
                hummingbird,
                logging, httpTypes, nioCore,
            ], swiftSettings: settings),
        // The executable `schakel`.
        .executableTarget(
            name: "Server",
            dependencies: [
                "Site", "VolunteerCentre", "Web", "SQL", "SQLite", "Postgres", "Jobs", "Mail", "Media", "Localisation",
                "Texts",
                "Time",
                hummingbird, logging, lifecycle, .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: settings),
        // What the tests share: databases of both engines.
        .target(
            name: "TestSupport",
            dependencies: ["SQL", "SQLite", "Postgres", "CLibPQ"], path: "Tests/TestSupport",
            swiftSettings: settings),
        .testTarget(
            name: "SQLTests", dependencies: ["SQL", "SQLite", "Postgres", "Time", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "JobsTests", dependencies: ["Jobs", "SQL", "Time", "TestSupport", logging, lifecycle],
            swiftSettings: settings),
        .testTarget(
            name: "MailTests", dependencies: ["Mail", "Jobs", "SQL", "Time", "TestSupport", logging],
            swiftSettings: settings),
        .testTarget(
            name: "MediaTests", dependencies: ["Media", "TestSupport"], exclude: ["gps.jpg"], swiftSettings: settings),
        .testTarget(name: "HTMLTests", dependencies: ["HTML", "TestSupport"], swiftSettings: settings),
        .testTarget(name: "SearchTests", dependencies: ["Search", "TestSupport"], swiftSettings: settings),
        .testTarget(name: "TimeTests", dependencies: ["Time"], swiftSettings: settings),
        .testTarget(name: "TextsTests", dependencies: ["Texts", "HTML", "TestSupport"], swiftSettings: settings),
        .testTarget(name: "LocalisationTests", dependencies: ["Localisation", "Time"], swiftSettings: settings),
        // Reads whole responses; for the tests of Web and Site.
        .target(
            name: "WebTestSupport", dependencies: ["CZlib", hummingbird, httpTypes, nioCore],
            path: "Tests/WebTestSupport",
            swiftSettings: settings),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Web", "HTML", "SQL", "Time", "TestSupport", "WebTestSupport", hummingbird, httpTypes, nioCore,
            ], swiftSettings: settings),
        // A centre with people and vacancies, made through the real use cases.
        .target(
            name: "GivenCentre",
            dependencies: ["VolunteerCentre", "SQL", "Time", "Jobs", "Mail", "Localisation", "Texts", "TestSupport"],
            path: "Tests/GivenCentre", swiftSettings: settings),
        .testTarget(
            name: "VolunteerCentreTests",
            dependencies: [
                "VolunteerCentre", "SQL", "Time", "Jobs", "Mail", "Localisation", "Texts", "TestSupport", "Search",
                "GivenCentre",
            ], swiftSettings: settings),
        // The site behind its front door, in this process: access, messages, order of the sources.
        .testTarget(
            name: "SiteTests",
            dependencies: [
                "Site", "WebTestSupport", "GivenCentre", "VolunteerCentre", "Web", "SQL", "Time", "Localisation",
                "Texts",
                "TestSupport", "Media",
                hummingbird, httpTypes, nioCore, logging, .product(name: "NIOEmbedded", package: "swift-nio"),
            ], swiftSettings: settings),
        // Prints the figures of docs/performance.md.
        .executableTarget(
            name: "Bench",
            dependencies: [
                "SQL", "SQLite", "Postgres", "Time", "Localisation", "Mail", "Texts", "VolunteerCentre", "Search",
            ],
            swiftSettings: settings),
    ]
)
