package enum BackupError: Error, Equatable {
    case unreadable(String)
    case unwritable(String)
    /// The file is no backup at all.
    case notABackup
    /// Made by a newer release, in another form.
    case unknownVersion(Int)
    /// Cut off or changed; says where.
    case damaged(String)
    /// The database must have the migrations of the file: migrate with the release that made it, or upgrade afterwards.
    case otherMigrations(file: [Int], database: [Int])
    /// This table holds rows already.
    case notEmpty(String)
    /// This table or its columns are not those of the file, or of a type without a form in it.
    case otherTable(String)
}
