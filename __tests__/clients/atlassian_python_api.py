"""`atlassian-python-api`: what it learns of the Jira in the environment, as JSON."""

import json
import os

from atlassian import Jira
from requests import HTTPError


def status_of(ask):
    try:
        ask()
    except HTTPError as error:
        return error.response.status_code
    return 200


url = os.environ["JIRA_DOMAIN"]
client = Jira(url=url, token=os.environ["JIRA_PAT"])
permissions = client.get_permissions("CREATE_ISSUES", project_key="OPS")["permissions"]
print(
    json.dumps(
        {
            "user": client.myself()["name"],
            "version": client.get_server_info()["version"],
            "projects": [project["key"] for project in client.projects()],
            "mayCreate": permissions["CREATE_ISSUES"]["havePermission"],
            "unknown": status_of(lambda: client.jql("project = OPS")),
            "refused": status_of(lambda: Jira(url=url, token=os.environ["BAD_PAT"]).myself()),
        }
    )
)
