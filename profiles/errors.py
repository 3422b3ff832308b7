"""What can go wrong in the customer data bank. Every message is one sentence or two that end with what to do."""


class ProfilesError(Exception):
    """The base of all errors of this package."""


class DatabaseUnreachable(ProfilesError):
    """The database does not answer, or its file cannot be opened."""


class DatabaseTooNew(ProfilesError):
    """The database was written by a later Askwell than this one."""


class DatabaseFull(ProfilesError):
    """The disk that holds the database is full."""


class DatabaseReadOnly(ProfilesError):
    """The database may be read and not written."""


class DatabaseBusy(ProfilesError):
    """Another process kept the database for itself for too long."""


class WrongKey(ProfilesError):
    """The data key is missing, too short, or not the one that the database was written with."""


class NoticeNotShown(ProfilesError):
    """Something about a person was to be stored from the chat without their consent to a notice (P1)."""


class UnknownRecord(ProfilesError):
    """A record was named that the database does not hold."""


class NameTaken(ProfilesError):
    """A member of staff of this name exists already."""


class MixedCurrencies(ProfilesError):
    """Amounts in several currencies were to be added up."""


class WrongHeader(ProfilesError):
    """An import file's first line does not name the columns that are needed."""


class UnreadableFile(ProfilesError):
    """An import file is not there, is not UTF-8, or is not CSV."""
