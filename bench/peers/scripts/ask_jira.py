"""pycontribs `jira`: asks the Jira in the environment whose the token is."""

import os

from jira import JIRA

client = JIRA(server=os.environ["JIRA_URL"], token_auth=os.environ["JIRA_PAT"])
print("The token belongs to", client.myself()["name"])
