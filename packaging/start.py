"""What the bundle runs: the program, from its entry point on."""

from reconnect_desktop.__main__ import main

main()
