"""Sessions of Spark: checked ahead, started quietly, with settings under which they give what DuckDB gives."""

from __future__ import annotations

import logging
import os
import re
import signal
import socket
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from vitalfew.backends.java import java_home
from vitalfew.errors import Refusal, WrongUse
from vitalfew.languages import say

LOCAL = "local[*]"
"""Spark in this machine, on all of its cores."""

SECONDS_TO_ANSWER = 5

MEANING: Mapping[str, str] = {
    "spark.sql.session.timeZone": "UTC",
    # Times are local and bear no zone, as in the files.
    "spark.sql.timestampType": "TIMESTAMP_NTZ",
    # A value that does not fit is a fault, never a missing cell.
    "spark.sql.ansi.enabled": "true",
    # A sum or product keeps its digits, or is a fault; by default Spark gives up digits behind the point.
    "spark.sql.decimalOperations.allowPrecisionLoss": "false",
    "spark.sql.caseSensitive": "true",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "100000",
}
"""Settings that decide what expressions mean, or how their rows come here."""

_MASTER = re.compile(r"local(\[(\*|[1-9]\d{0,3})\])?|spark://[\w.:,\[\]-]+:\d{1,5}|yarn|k8s://\S+")


def check_spark(master: str) -> None:
    """Refuse before any work what could not run: an address that is none, no pyspark, no Java, nobody at the address."""
    if not _MASTER.fullmatch(master):
        raise WrongUse(
            say("{value} is no address of Spark.", value=repr(master)),
            where="--spark-master",
            remedy=say("Such as local[4], spark://host:7077 or yarn."),
        )
    if find_spec("pyspark") is None:
        raise Refusal(say("Spark is not installed."), remedy=say("Install it: pip install 'vitalfew[spark]'."))
    java_home()
    if master.startswith("spark://") and not any(map(_answers, master.removeprefix("spark://").split(","))):
        raise Refusal(
            say("no Spark answers at this address."),
            where=master,
            remedy=say("Look whether it runs and can be reached from here. Nothing was read or written."),
        )


def _answers(place: str) -> bool:
    host, _, port = place.rpartition(":")
    try:
        with socket.create_connection((host.strip("[]"), int(port)), timeout=SECONDS_TO_ANSWER):
            return True
    except (OSError, ValueError, OverflowError):
        return False


def running() -> Any:
    """The session that runs already in this process; None where none does."""
    from pyspark import SparkContext
    from pyspark.sql import SparkSession

    return None if SparkContext._active_spark_context is None else SparkSession.builder.getOrCreate()


def started(master: str, work: Path) -> Any:
    """A session of one's own, which writes what passes into `work`. Refused where it does not start."""
    from py4j.protocol import Py4JError
    from pyspark import SparkConf, SparkContext
    from pyspark.errors import PySparkException
    from pyspark.java_gateway import launch_gateway
    from pyspark.sql import SparkSession

    _hush()
    settings = SparkConf(loadDefaults=False).setAll(list(settings_of(master, work).items()))
    with _java(java_home()), _own_interrupt(), (work / "spark.log").open("wb") as log:
        try:
            gateway = launch_gateway(settings, popen_kwargs={"stdout": log, "stderr": subprocess.STDOUT})
            context = SparkContext(conf=settings, gateway=gateway)
        except (PySparkException, Py4JError, OSError) as problem:
            raise Refusal(
                say("Spark does not start: {reason}.", reason=first_line(problem)),
                where=master,
                remedy=say("Look whether it is of version 4.0 and has memory and disk left. Nothing was written."),
            ) from None
    context.setLogLevel("OFF")
    return SparkSession(context)


def end(session: Any) -> None:
    """End a session of one's own and its Java, which may be dead already: the next one begins anew."""
    from pyspark import SparkContext
    from pyspark.sql import SparkSession

    gateway = session.sparkContext._gateway
    for give_up in (session.stop, gateway.shutdown, gateway.proc.stdin.close, gateway.proc.kill, gateway.proc.wait):
        with suppress(Exception):
            give_up()
    SparkContext._gateway = SparkContext._jvm = SparkContext._active_spark_context = None
    SparkSession._instantiatedSession = None


def _hush() -> None:
    """What goes wrong is said by us, in one line."""
    from pyspark.logger import PySparkLogger

    logging.getLogger("py4j").setLevel(logging.CRITICAL + 1)
    for name in ("SQLQueryContextLogger", "DataFrameQueryContextLogger"):
        PySparkLogger.getLogger(name).setLevel(logging.CRITICAL + 1)


def settings_of(master: str, work: Path) -> dict[str, str]:
    """The settings of a session of one's own."""
    settings = {
        **MEANING,
        "spark.master": master,
        "spark.app.name": "vitalfew",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.local.dir": str(work),
        "spark.sql.warehouse.dir": str(work / "warehouse"),
        "spark.driver.extraJavaOptions": f"-Duser.timezone=UTC -Djava.io.tmpdir={work}",
        "spark.driver.maxResultSize": "0",
    }
    if master.startswith("local"):
        # All the work is done in one process here: it needs the memory, and no network.
        local = {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
        settings |= {**local, "spark.driver.memory": memory(), "spark.sql.shuffle.partitions": "8"}
    return settings


def memory() -> str:
    """A third of the machine's, from one gigabyte to eight; what does not fit is spilled."""
    held = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 0
    return f"{min(max(held // 3, 1 << 30), 8 << 30) >> 20}m"


@contextmanager
def _java(home: Path) -> Iterator[None]:
    """The Java that was found is the one that is started."""
    before = os.environ.get("JAVA_HOME")
    os.environ["JAVA_HOME"] = str(home)
    try:
        yield
    finally:
        if before is None:
            del os.environ["JAVA_HOME"]
        else:
            os.environ["JAVA_HOME"] = before


@contextmanager
def _own_interrupt() -> Iterator[None]:
    """Ctrl-C stays what it was: Spark would put its own answer in its place."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.getsignal(signal.SIGINT)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def first_line(problem: BaseException) -> str:
    """What went wrong, in its first line and without a full stop."""
    lines = [line.strip() for line in str(problem).splitlines() if line.strip()]
    return (lines[0] if lines else type(problem).__name__)[:300].rstrip(".")
