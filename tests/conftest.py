"""What all tests share: the clock decides nothing, for the machine may be busy with other work."""

from hypothesis import HealthCheck, settings

settings.register_profile("tenu", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("tenu")
