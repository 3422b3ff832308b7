"""The shapes of the public contract, as they stand in the OpenAPI page."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints

from catalogue import Language
from gateway.text import LONGEST_TEXT

Kind = Literal["text", "notice", "question", "summary", "table"]
Author = Literal["assistant", "shopper", "staff"]
Opaque = Annotated[str, StringConstraints(min_length=1, max_length=200)]
IdentityToken = Annotated[
    str, Field(max_length=4096, description="A JWT that the shop signed, naming the signed-in customer.")
]


class ChoiceOffered(BaseModel):
    """A quick reply. Its id is opaque and good for its conversation only."""

    id: str
    label: str


class Message(BaseModel):
    """One message of the assistant."""

    id: str
    kind: Kind
    text: str
    language: Language
    choices: list[ChoiceOffered] = []
    data: dict[str, Any] | None = Field(
        default=None,
        description="For a question: kind, low, high. For a table: query, restated, columns, rows, total, suppressed. "
        "Left out where there is nothing to tell.",
    )


class HistoryMessage(Message):
    """A message of the conversation so far, with who sent it."""

    author: Author = Field(alias="from")


class Progress(BaseModel):
    """How many questions are answered, of how many."""

    answered: int
    total: int


class Reply(BaseModel):
    """What the assistant answers to a message."""

    messages: list[Message]
    progress: Progress | None
    ended: bool
    put_off: bool = Field(description="Ended to be gone on with: the shopper would rather answer another time.")
    language: Language


class MessageAnswered(Reply):
    """The reply to a shopper's message; where it puts the conversation off, with a key that outlasts the rest."""

    session_token: str | None = Field(
        default=None,
        description="Only where put_off, for whom the shop has not named: good from now on in place of the old one, "
        "until expires_at, which is ASKWELL_SESSION_HOURS after they may be invited again.",
    )
    expires_at: datetime | None = None


class SessionWanted(BaseModel):
    """What a new conversation may be opened with; everything may be left out."""

    locale: str | None = Field(default=None, max_length=35, description="The browser's language, such as zh-HK.")
    page: str | None = Field(default=None, max_length=2000, description="The page that the widget stands on.")
    identity_token: IdentityToken | None = None


class SessionOpened(Reply):
    """A conversation has begun; the token is the key to it until it expires."""

    session_token: str
    conversation_id: str
    expires_at: datetime


class InvitationWanted(BaseModel):
    """Who may be invited; everything may be left out."""

    locale: str | None = Field(default=None, max_length=35, description="The page's language, such as zh-HK.")
    identity_token: IdentityToken | None = None


class InvitationOffered(BaseModel):
    """An invitation to the chat, and the rules that the visitor's own browser keeps to."""

    kind: Literal["begin", "go_on"] = Field(description="To a new conversation, or to one that was put off.")
    text: str
    language: Language
    remembered: bool = Field(
        description="Whether we keep this customer's rests. If not, the browser does: it invites nobody within "
        "cooldown_days of a conversation that ended there. Within not_now_days of a 'not now' it never does."
    )
    after_seconds: int = Field(description="How long somebody looks at a page before they are invited.")
    cooldown_days: int
    not_now_days: int


class InvitationAnswer(BaseModel):
    """The invitation, or null where nobody is to be invited."""

    invitation: InvitationOffered | None


class NotNow(BaseModel):
    """A customer who does not want to be invited for a while."""

    identity_token: IdentityToken


class MessageSent(BaseModel):
    """A message of the shopper: either `text` or `choice_id`."""

    message_id: UUID = Field(description="Made by the client. The same id again gives the same reply.")
    text: str | None = Field(default=None, max_length=LONGEST_TEXT)
    choice_id: Opaque | None = None


class StaffMessageSent(MessageSent):
    """A member of staff's message; `language` is the language their page is set to."""

    language: Language | None = None


class History(BaseModel):
    """The conversation so far, oldest message first."""

    messages: list[HistoryMessage]
    progress: Progress | None
    ended: bool
    put_off: bool
    language: Language


class Credentials(BaseModel):
    """A member of staff's name and password."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]
    password: Opaque


class StaffSession(BaseModel):
    """Who is signed in, and until when."""

    name: str
    role: Literal["agent", "analyst", "manager"]
    expires_at: datetime


class StaffSignedIn(StaffSession):
    """The sign-in was right; the token is also set as a cookie for a report's pages."""

    session_token: str


class StaffAnswer(BaseModel):
    """What a member of staff writes to a shopper."""

    message_id: UUID = Field(description="Made by the client. The same id again writes nothing anew.")
    text: str = Field(max_length=LONGEST_TEXT)


class Outcome(BaseModel):
    """How a complaint was settled."""

    outcome: str = Field(max_length=LONGEST_TEXT)


class Waiting(BaseModel):
    """A shopper who wants a person, or has complained."""

    id: str
    kind: Literal["chat", "ticket", "complaint"]
    language: Language
    text: str = Field(description="A summary of the conversation, or the complaint in the shopper's words.")
    since: datetime
    answer_by: datetime
    answered_at: datetime | None
    messages: list[HistoryMessage]


class Inbox(BaseModel):
    """Everybody who waits for a person, the most urgent first."""

    waiting: list[Waiting]


class ReportFiles(BaseModel):
    """The addresses of a report's files."""

    page: str | None = None
    pdf: str | None = None
    spreadsheet: str | None = None


class Report(BaseModel):
    """A needs report that was written."""

    name: str
    title: str
    since: str
    until: str
    created_at: datetime
    language: Language
    files: ReportFiles


class Reports(BaseModel):
    """All reports, newest first."""

    reports: list[Report]


class Words(BaseModel):
    """What the website says, in one language."""

    language: Language
    shop_name: str
    words: dict[str, str]


class Health(BaseModel):
    """That the gateway runs, or that the whole path answers."""

    status: Literal["live", "ready"]


class ProblemShape(BaseModel):
    """An error, in the reader's language, that says what to do (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
