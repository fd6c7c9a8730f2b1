"""Python starts with this when it is on PYTHONPATH: the network is noted, not used, and no one
waits.

Every address answers 200, but for those that the test has said are gone.
"""

import json
import os
import socket
import time
import urllib.error
import urllib.request
from email.message import Message
from pathlib import Path


class _Answer:
    status = 200

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None


def _open(self, request, data=None, timeout=None):
    url = request.full_url
    with Path(os.environ["RECORDS"]).open("a", encoding="utf-8") as records:
        records.write(json.dumps({"program": "python", "asked": [url], "body": ""}) + "\n")
    if url in json.loads(os.environ["ANSWERS"]).get("gone", []):
        raise urllib.error.HTTPError(url, 404, "Not Found", Message(), None)
    return _Answer()


def _refuse(self, address):
    raise OSError(f"a test reached for the network: {address}")


# The names by which the standard library sends
urllib.request.OpenerDirector.open = _open
socket.socket.connect = _refuse
time.sleep = lambda seconds: None
