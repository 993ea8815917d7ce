"""Run within a session of D-Bus of its own: plays the desktop that shows notifications, and prints what became of one."""

from __future__ import annotations

import queue
import sys
import threading

from jeepney import DBusAddress, HeaderFields, MessageType, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection
from jeepney.wrappers import unwrap_msg

from reconnect_desktop.views.notifying.notifier import Notification
from reconnect_desktop.views.notifying.over_dbus import _NAME, _PATH, DbusNotifier, is_somebody_there

ACTIONS = {"default": "Open", "log": "Log"}


def desktop(answer: str) -> None:
    """Show the one that comes, and answer it."""
    bus = open_dbus_connection("SESSION")
    unwrap_msg(bus.send_and_get_reply(message_bus.RequestName(_NAME)))
    ready.set()
    while True:
        message = bus.receive()
        if message.header.message_type is not MessageType.method_call:
            continue
        if message.header.fields.get(HeaderFields.member) == "GetServerInformation":
            bus.send(new_method_return(message, "ssss", ("probe", "nobody", "1", "1.2")))
        if message.header.fields.get(HeaderFields.member) != "Notify":
            continue
        print("shown", *message.body[3:5], *message.body[5], message.body[6]["desktop-entry"][1])
        bus.send(new_method_return(message, "u", (7,)))
        emitter = DBusAddress(_PATH, interface=_NAME)
        bus.send(new_signal(emitter, "ActionInvoked", "us", (6, "other")))  # another program's
        if answer == "gone":
            bus.send(new_signal(emitter, "NotificationClosed", "uu", (7, 1)))
        else:
            bus.send(new_signal(emitter, "ActionInvoked", "us", (7, answer)))
        return


ready = threading.Event()
answers: queue.Queue[str] = queue.Queue()
asked = sys.argv[1]
notification = Notification("Reconnect", "A moment?", ACTIONS)
if asked == "nobody":
    print("shown", DbusNotifier().show(notification, answers.put))
    print("there", is_somebody_there())
elif asked == "there":
    threading.Thread(target=desktop, args=(asked,), daemon=True).start()
    ready.wait(10)
    print("there", is_somebody_there())
else:
    threading.Thread(target=desktop, args=(asked,), daemon=True).start()
    ready.wait(10)
    notifier = DbusNotifier()
    assert notifier.show(notification, answers.put)
    print("answered", answers.get(timeout=10))
    notifier.close()
