"""`make run`: the application on this machine, with the example company, in one command.

Everything it writes lies in var/: database, key of the installation, files of pages packed as they are sent. PORT chooses
another port, VF_DEMO_CUSTOMERS how large the example company is built. Arguments are a command of the application on the
same data: `make manage ARGS=remove_demo`.
"""

import os
import secrets
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KEY = "secret_key"
HOST = "127.0.0.1"


def main() -> int:
    """Prepare the database, say where the application is and how to log in, and serve until Ctrl-C."""
    port = os.environ.get("PORT", "8000")
    env = prepared(Path(os.environ.get("VF_DATA", ROOT / "var")))
    env.setdefault("VF_URL", f"http://{HOST}:{port}")
    if sys.argv[1:]:
        return 0 if manage(sys.argv[1:], env) else 1
    steps = (["migrate", "--verbosity", "0"], ["createcachetable", "--verbosity", "0"])
    with started(command(["collectstatic", "--no-input", "--verbosity", "0"]), env) as collecting:
        if not all(manage(step, env) for step in steps):
            return 1
        demo = command(["build_demo", "--customers", os.environ.get("VF_DEMO_CUSTOMERS", "3000")])
        login = subprocess.run(demo, env=env, stdout=subprocess.PIPE, text=True, check=True).stdout.strip()
    if collecting.returncode:
        return 1
    print(f"Vital Few: http://{HOST}:{port}  ({login})", flush=True)
    return serve(port, env)


def prepared(data: Path) -> dict[str, str]:
    """The environment of the application: where its data lie, and a key that stays the same from start to start."""
    data.mkdir(parents=True, exist_ok=True)
    key = data / KEY
    if not key.exists():
        key.touch(mode=0o600)
        key.write_text(secrets.token_urlsafe(50), encoding="utf-8")
    here = {"VF_DATA": str(data), "VF_SECRET_KEY_FILE": str(key), "VF_HTTPS": "0"}
    defaults = {"DJANGO_SETTINGS_MODULE": "vitalfew_web.config.settings", "VF_STATIC": str(data / "static")}
    return {**defaults, **os.environ, **here}


def command(arguments: list[str]) -> list[str]:
    """A command of the application."""
    return [sys.executable, str(ROOT / "web" / "manage.py"), *arguments]


def manage(arguments: list[str], env: dict[str, str]) -> bool:
    """Run one; what it says of faults goes to the terminal."""
    return subprocess.run(command(arguments), env=env, check=False).returncode == 0


def serve(port: str, env: dict[str, str]) -> int:
    """Answer requests and work behind the pages until Ctrl-C, and end when both processes have."""
    place = ("--interface", "wsgi", "--host", HOST, "--port", port)
    size = ("--workers", "2", "--blocking-threads", "4", "--backpressure", "64", "--log-level", "warning")
    server = [sys.executable, "-m", "granian", *place, *size, "vitalfew_web.config.wsgi:application"]
    # In sessions of their own they hear no Ctrl-C: this process does, and ends them, workers and all.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    worker = command(["run_worker"])
    with started(server, env) as answering, started(worker, env) as working:
        both = (answering, working)
        try:
            return answering.wait()
        except KeyboardInterrupt:
            return 0
        finally:
            for process in both:
                process.terminate()
            for process in both:
                end(process)


def started(line: list[str], env: dict[str, str]) -> subprocess.Popen[bytes]:
    """A process in a session of its own."""
    return subprocess.Popen(line, env=env, start_new_session=True)


def end(process: subprocess.Popen[bytes]) -> None:
    """Let a process finish what it is at, for some seconds at most."""
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL) if hasattr(os, "killpg") else process.kill()


if __name__ == "__main__":
    sys.exit(main())
